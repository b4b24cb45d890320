using System;
using System.Threading.Tasks;
using PartnerCenterCart.IdentityPlatform;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>The identity of the machine, through the metadata endpoint.</summary>
public class ManagedIdentityTests
{
    private readonly FakeIdentityPlatform platform = new();

    [Theory]
    [InlineData(null)]
    [InlineData("d1000000-0000-4000-8000-00000000000d")]
    public async Task The_metadata_endpoint_gives_a_token_without_any_secret(string? id)
    {
        TokenAnswer answer = await SignIns.AcquireAsync(SignIns.Options(platform, SignInMode.ManagedIdentity, options => options.ApplicationId = id));

        FakeRequest request = platform.TokenRequests[^1];
        Assert.Equal("/metadata/identity/oauth2/token", request.Path);
        Assert.Equal("https://api.partnercenter.microsoft.com", request["resource"]);
        Assert.Equal(id ?? string.Empty, request["client_id"]);
        Assert.Equal(PartnerTokenKind.AppOnly, TokenClaims.Read(answer.AccessToken)!.Kind);
    }

    [Fact]
    public async Task Where_there_is_none_the_error_says_where_it_would_be()
    {
        platform.FailNext(400, "invalid_request", "Identity not found");

        PartnerException refused = await SignIns.RefusedAsync(SignIns.Options(platform, SignInMode.ManagedIdentity, options => options.ApplicationId = null));

        Assert.Equal(PartnerErrorKind.Unauthorized, refused.Kind);
        Assert.Contains("switched on", refused.RecommendedAction, StringComparison.Ordinal);
    }
}
