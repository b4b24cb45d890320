using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using PartnerCenterCart.IdentityPlatform;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>The same over real HTTPS, with a certificate made for the test.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly FakeIdentityPlatform platform = new();
    private readonly FakePlatformServer server;

    public HttpsTests() => server = new FakePlatformServer(platform);

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData(SignInMode.Application)]
    [InlineData(SignInMode.DeviceCode)]
    [InlineData(SignInMode.RefreshToken)]
    public async Task A_sign_in_goes_over_TLS_to_the_authority_that_was_named(SignInMode mode)
    {
        TokenAnswer answer = await SignIns.AcquireAsync(Options(mode, trusts: true));

        Assert.Equal(SignIns.Tenant, TokenClaims.Read(answer.AccessToken)!.Tenant);
        Assert.All(platform.Requests, request => Assert.Contains("localhost", request.Headers["Host"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_secret()
    {
        PartnerException refused = await SignIns.RefusedAsync(Options(SignInMode.Application, trusts: false));

        Assert.Equal(PartnerErrorKind.ConnectionFailed, refused.Kind);
        Assert.Empty(platform.Requests);
    }

    [Fact]
    public async Task Discovery_names_the_endpoints_that_are_used()
    {
        using var client = new HttpClient(Trusting());
        using JsonDocument found = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{server.Address}/{SignIns.Tenant}/v2.0/.well-known/openid-configuration")));

        await SignIns.AcquireAsync(Options(SignInMode.DeviceCode, trusts: true));

        Assert.Equal(server.Address + platform.TokenRequests[0].Path, found.RootElement.GetProperty("token_endpoint").GetString());
        Assert.Contains(platform.Requests, request => server.Address + request.Path == found.RootElement.GetProperty("device_authorization_endpoint").GetString());
    }

    private SocketsHttpHandler Trusting()
    {
        string expected = server.Thumbprint;
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == expected;
        return handler;
    }

    private SignInOptions Options(SignInMode mode, bool trusts) => SignIns.Options(platform, mode, options =>
    {
        options.Authority = new Uri(server.Address);
        options.Handler = trusts ? Trusting() : null;
        options.RefreshToken = mode == SignInMode.RefreshToken ? new StoredToken(platform.IssueRefreshToken(SignIns.Application, SignIns.Tenant), null) : null;
    });
}
