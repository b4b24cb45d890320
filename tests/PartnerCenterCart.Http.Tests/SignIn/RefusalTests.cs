using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using PartnerCenterCart.IdentityPlatform;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>What the identity platform refuses, and what a person is told about it.</summary>
public class RefusalTests
{
    private readonly FakeIdentityPlatform platform = new();

    [Theory]
    [InlineData(400, "invalid_grant", "AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.", PartnerErrorKind.Unauthorized, "multi-factor")]
    [InlineData(400, "invalid_grant", "AADSTS65001: The user or administrator has not consented to use the application.", PartnerErrorKind.Unauthorized, "consent")]
    [InlineData(400, "invalid_grant", "AADSTS700082: The refresh token has expired due to inactivity.", PartnerErrorKind.Unauthorized, "New-PartnerAccessToken")]
    [InlineData(400, "invalid_grant", "AADSTS53003: Access has been blocked by Conditional Access policies.", PartnerErrorKind.Unauthorized, "conditional access")]
    [InlineData(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.", PartnerErrorKind.Unauthorized, "-ApplicationId")]
    [InlineData(400, "invalid_request", "AADSTS90002: Tenant not found.", PartnerErrorKind.Unauthorized, "-Tenant")]
    [InlineData(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.", PartnerErrorKind.Unauthorized, "value of the client secret")]
    [InlineData(401, "invalid_client", "AADSTS7000222: The provided client secret keys are expired.", PartnerErrorKind.Unauthorized, "expired")]
    [InlineData(400, "invalid_resource", "AADSTS500011: The resource principal was not found in the tenant.", PartnerErrorKind.Unauthorized, "service principal")]
    public async Task Each_refusal_has_its_code_and_a_way_out(int status, string error, string description, PartnerErrorKind kind, string remedy)
    {
        foreach (SignInMode mode in new[] { SignInMode.Application, SignInMode.RefreshToken })
        {
            platform.FailNext(status, error, description);

            PartnerException refused = await SignIns.RefusedAsync(Options(mode));

            Assert.Equal(kind, refused.Kind);
            Assert.Equal(description.Split(':')[0], refused.ServiceCode);
            Assert.Contains(remedy, refused.RecommendedAction, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(description.Split(':')[1].Trim().TrimEnd('.'), refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Trace ID", refused.Message, StringComparison.Ordinal);
            Assert.True(refused.NothingWasDone);
        }
    }

    [Fact]
    public async Task A_platform_in_trouble_is_no_fault_of_the_credential()
    {
        platform.FailNext(503, "server_error", "AADSTS90033: A transient error has occurred.");
        SignInOptions options = Options(SignInMode.Application);
        options.Tenant = Guid.NewGuid().ToString();

        PartnerException refused = await SignIns.RefusedAsync(options);

        Assert.Equal(PartnerErrorKind.ServiceError, refused.Kind);
        Assert.Equal(503, refused.StatusCode);
        Assert.Contains("later", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_as_such()
    {
        PartnerException refused = await SignIns.RefusedAsync(Options(SignInMode.Application, "some-wrong-secret"));

        Assert.Equal("AADSTS7000215", refused.ServiceCode);
        Assert.DoesNotContain("some-wrong-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignInMode.Application)]
    [InlineData(SignInMode.RefreshToken)]
    public async Task Secrets_that_the_platform_repeats_are_masked(SignInMode mode)
    {
        platform.FailNext(400, "invalid_request", "AADSTS90014: What came was {secret}.");
        SignInOptions options = Options(mode);

        PartnerException refused = await SignIns.RefusedAsync(options);

        foreach (string shown in new[] { refused.ToString(), refused.ServiceDescription!, refused.RecommendedAction ?? string.Empty })
        {
            Assert.DoesNotContain(platform.Secret, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("0.refresh-", shown, StringComparison.Ordinal);
        }

        Assert.Contains("***", refused.ServiceDescription, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_from_a_store_and_a_federated_one_are_masked_too()
    {
        var store = new MemoryStore { Content = new StoredToken(platform.IssueRefreshToken(SignIns.Application, SignIns.Tenant), null) };
        SignInOptions options = Options(SignInMode.RefreshToken);
        (options.RefreshToken, options.Store, options.Secret) = (null, store, null);
        options.FederatedToken = _ => Task.FromResult("opaque-federated-token");
        platform.FailNext(400, "invalid_request", "AADSTS90014: What came was {secret}.");

        PartnerException refused = await SignIns.RefusedAsync(options);

        Assert.Contains("What came was ******.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("57", 57)]
    [InlineData(null, null)]
    public async Task Too_many_requests_say_how_long_to_wait(string? header, int? seconds)
    {
        platform.FailNext(429, "temporarily_unavailable", "AADSTS90055: Too many requests.", header);

        // A tenant of its own: the library keeps to a 429 for the whole process, tenant by tenant.
        SignInOptions options = Options(SignInMode.Application);
        options.Tenant = Guid.NewGuid().ToString();

        PartnerException refused = await SignIns.RefusedAsync(options);

        Assert.Equal(PartnerErrorKind.Throttled, refused.Kind);
        Assert.Equal(seconds, (int?)refused.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task No_answer_in_time_is_a_timeout()
    {
        PartnerException refused = await SignIns.RefusedAsync(Before(_ => throw new TaskCanceledException("late", new TimeoutException())));

        Assert.Equal(PartnerErrorKind.Timeout, refused.Kind);
        Assert.Contains("login.microsoftonline.com", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_connection_is_told_as_such()
    {
        PartnerException refused = await SignIns.RefusedAsync(Before(_ => throw new HttpRequestException("no", new SocketException((int)SocketError.ConnectionRefused))));

        Assert.Equal(PartnerErrorKind.ConnectionFailed, refused.Kind);
        Assert.Contains("login.microsoftonline.com", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_an_error_and_not_a_crash()
    {
        PartnerException refused = await SignIns.RefusedAsync(Before(_ =>
            Task.FromResult<HttpResponseMessage?>(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>proxy</html>") })));

        Assert.StartsWith("Signing in failed: ", refused.Message, StringComparison.Ordinal);
    }

    private SignInOptions Before(Func<HttpRequestMessage, Task<HttpResponseMessage?>> before)
    {
        SignInOptions options = Options(SignInMode.Application);
        ((PlatformHandler)options.Handler!).Before = before;
        return options;
    }

    private SignInOptions Options(SignInMode mode, string? secret = null) => SignIns.Options(platform, mode, options =>
    {
        options.Secret = secret ?? platform.Secret;
        options.RefreshToken = mode == SignInMode.RefreshToken ? new StoredToken(platform.IssueRefreshToken(SignIns.Application, SignIns.Tenant), null) : null;
    });
}
