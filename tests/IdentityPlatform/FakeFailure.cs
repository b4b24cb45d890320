#nullable enable
namespace PartnerCenterCart.IdentityPlatform;

/// <summary>What goes wrong once at the token endpoint. "{secret}" in the description becomes the secret that was sent.</summary>
public sealed class FakeFailure
{
    public int Status { get; set; } = 400;

    public string Error { get; set; } = "invalid_grant";

    public string Description { get; set; } = "";

    public string? RetryAfter { get; set; }
}
