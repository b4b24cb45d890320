using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.IdentityPlatform;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Applications by themselves: secret, certificate, federation.</summary>
public class ApplicationTests
{
    private readonly FakeIdentityPlatform platform = new();

    [Fact]
    public async Task A_secret_gives_a_token_for_the_audience_of_Partner_Center()
    {
        TokenAnswer answer = await SignIns.AcquireAsync(SignIns.Options(platform, SignInMode.Application));

        FakeRequest request = Assert.Single(platform.TokenRequests);
        Assert.Equal($"/{SignIns.Tenant}/oauth2/v2.0/token", request.Path);
        Assert.Equal("client_credentials", request["grant_type"]);
        Assert.Equal("https://api.partnercenter.microsoft.com/.default", request["scope"]);
        TokenClaims claims = TokenClaims.Read(answer.AccessToken)!;
        Assert.Equal(["https://api.partnercenter.microsoft.com"], claims.Audiences);
        Assert.Equal(PartnerTokenKind.AppOnly, claims.Kind);
        Assert.Null(answer.RefreshToken);
        Assert.Single(platform.Requests);
    }

    [Theory]
    [InlineData("GlobalCloud", TokenResource.PartnerCenter, "https://api.partnercenter.microsoft.com/.default")]
    [InlineData("GlobalCloud", TokenResource.Graph, "https://graph.microsoft.com/.default")]
    [InlineData("GlobalCloud", TokenResource.PriceSheet, "https://api.partner.microsoft.com/.default")]
    [InlineData("USGovernmentCloud", TokenResource.PartnerCenter, "https://api.partnercenter.microsoft.com/.default")]
    [InlineData("ChinaCloud", TokenResource.PartnerCenter, "https://partner.partnercenterapi.microsoftonline.cn/.default")]
    public async Task Each_resource_of_each_cloud_has_its_scope_and_never_graph_windows_net(string cloud, TokenResource resource, string scope)
    {
        await SignIns.AcquireAsync(SignIns.Options(platform, SignInMode.Application, options => options.Environment = CloudEnvironment.Parse(cloud)), resource);

        Assert.Equal(scope, Assert.Single(platform.TokenRequests)["scope"]);
    }

    [Fact]
    public async Task A_certificate_signs_an_assertion()
    {
#pragma warning disable SYSLIB0057
        using var certificate = new X509Certificate2(FakePlatformServer.MakePfx("p"), "p");
#pragma warning restore SYSLIB0057
        await SignIns.AcquireAsync(SignIns.Options(platform, SignInMode.Application, options => (options.Secret, options.Certificate) = (null, certificate)));

        FakeRequest request = Assert.Single(platform.TokenRequests);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request["client_assertion_type"]);
        Assert.Equal(3, request["client_assertion"].Split('.').Length);
        Assert.Equal(string.Empty, request["client_secret"]);
    }

    [Fact]
    public async Task A_federated_token_is_asked_for_anew_with_each_exchange()
    {
        int asked = 0;
        SignInOptions options = SignIns.Options(platform, SignInMode.Application, o =>
        {
            o.Secret = null;
            o.FederatedToken = _ => Task.FromResult(FormattableString.Invariant($"federated-{++asked}"));
        });
        using ISignIn signIn = new SignInFactory().Create(options);

        await signIn.AcquireAsync(TokenResource.PartnerCenter, false, CancellationToken.None);
        await signIn.AcquireAsync(TokenResource.PartnerCenter, true, CancellationToken.None);

        Assert.Equal(["federated-1", "federated-2"], [platform.TokenRequests[0]["client_assertion"], platform.TokenRequests[1]["client_assertion"]]);
    }

    [Fact]
    public void Without_a_credential_nothing_is_sent()
    {
        var thrown = Assert.Throws<PartnerException>(() => new SignInFactory().Create(SignIns.Options(platform, SignInMode.Application, options => options.Secret = null)));

        Assert.Equal(PartnerErrorKind.InvalidInput, thrown.Kind);
        Assert.Empty(platform.Requests);
    }

    [Fact]
    public async Task Tokens_that_are_kept_are_read_again_and_forgotten_when_told()
    {
        string tenant = Guid.NewGuid().ToString();
        SignInOptions Make() => SignIns.Options(platform, SignInMode.Application, options => (options.PersistCache, options.Tenant) = (true, tenant));
        TokenAnswer first = await SignIns.AcquireAsync(Make());
        TokenAnswer again = await SignIns.AcquireAsync(Make());
        using ISignIn signIn = new SignInFactory().Create(Make());
        signIn.Forget();
        TokenAnswer after = await SignIns.AcquireAsync(Make());
        using ISignIn last = new SignInFactory().Create(Make());
        last.Forget();

        Assert.Equal(first.AccessToken, again.AccessToken);
        Assert.NotEqual(first.AccessToken, after.AccessToken);
        Assert.Equal(2, platform.TokenRequests.Count);
    }
}
