namespace PartnerCenterCart;

/// <summary>First administrator of a new customer. Nothing shows the password but the property that holds it.</summary>
public sealed class UserCredentials : PartnerResource
{
    /// <summary>Sign-in name.</summary>
    public string? UserName { get; set; }

    /// <summary>A secret: never to be written to a log.</summary>
    public string? Password { get; set; }

    /// <summary>The sign-in name alone.</summary>
    public override string ToString() => UserName ?? string.Empty;
}
