using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.IdentityPlatform;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Tokens on their way into calls: cached, renewed early, renewed once when refused, never mixed up.</summary>
public class TokenSourceTests
{
    private readonly RecordingClock clock = new();
    private readonly FakeIdentityPlatform platform;

    public TokenSourceTests() => platform = new FakeIdentityPlatform { Now = () => clock.UtcNow };

    [Fact]
    public async Task A_token_is_used_until_shortly_before_its_end()
    {
        using SignInTokenSource source = Source();
        string first = await source.GetTokenAsync(CancellationToken.None);
        await clock.DelayAsync(TimeSpan.FromMinutes(58), CancellationToken.None);
        Assert.Equal(first, await source.GetTokenAsync(CancellationToken.None));

        await clock.DelayAsync(TimeSpan.FromSeconds(90), CancellationToken.None);

        Assert.NotEqual(first, await source.GetTokenAsync(CancellationToken.None));
        Assert.Equal(2, platform.TokenRequests.Count);
        Assert.True(SignInTokenSource.Margin >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_connection_that_is_closed_while_it_signs_in_says_so()
    {
        var source = new SignInTokenSource(new StuckSignIn(), clock, PartnerTokenKind.AppUser);
        Task<string> waiting = source.GetTokenAsync(CancellationToken.None);

        source.Dispose();

        var closed = await Assert.ThrowsAsync<PartnerException>(() => waiting);
        Assert.Equal((PartnerErrorKind.NotConnected, true), (closed.Kind, closed.NothingWasDone));
        Assert.Equal("The connection was closed while it was signing in.", closed.Summary);
    }

    [Fact]
    public async Task Who_stops_a_sign_in_by_himself_is_told_nothing_else()
    {
        using var source = new SignInTokenSource(new StuckSignIn(), clock, PartnerTokenKind.AppUser);
        using var stop = new CancellationTokenSource();
        Task<string> waiting = source.GetTokenAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task An_old_refresh_token_is_warned_of_once_a_day_while_the_connection_lives()
    {
        var warnings = new System.Collections.Generic.List<string>();
        using var source = new SignInTokenSource(new AgingSignIn(clock), clock, PartnerTokenKind.AppUser, warnings.Add);
        for (int hour = 0; hour < 80 * 24; hour++)
        {
            await source.GetTokenAsync(CancellationToken.None);
            await clock.DelayAsync(TimeSpan.FromHours(1), CancellationToken.None);
        }

        // It is warned of from day 76 on: days 76 to 79.
        Assert.Equal(4, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains("The refresh token ends on", warning, StringComparison.Ordinal));
    }

    private sealed class StuckSignIn : ISignIn
    {
        public async Task<TokenAnswer> AcquireAsync(TokenResource resource, bool renew, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }

        public void Forget()
        {
        }

        public void Dispose()
        {
        }
    }

    // A consent of the clock's beginning, which nobody renews.
    private sealed class AgingSignIn(RecordingClock clock) : ISignIn
    {
        private readonly DateTimeOffset issuedAt = clock.UtcNow;

        public Task<TokenAnswer> AcquireAsync(TokenResource resource, bool renew, CancellationToken cancellationToken) =>
            Task.FromResult(new TokenAnswer("token", clock.UtcNow.AddMinutes(70)) { RefreshTokenIssuedAt = issuedAt });

        public void Forget()
        {
        }

        public void Dispose()
        {
        }
    }

    [Fact]
    public async Task Each_resource_has_its_own_token()
    {
        using SignInTokenSource source = Source();
        string[] audiences = await Task.WhenAll(Enum.GetValues<TokenResource>().Select(async resource =>
            TokenClaims.Read((await source.AnswerAsync(resource, null, CancellationToken.None)).AccessToken)!.Audiences[0]));

        Assert.Equal(["https://api.partnercenter.microsoft.com", "https://graph.microsoft.com", "https://api.partner.microsoft.com"], audiences);
        Assert.Equal(3, platform.TokenRequests.Count);
    }

    [Fact]
    public async Task Many_at_once_ask_once()
    {
        using SignInTokenSource source = Source();
        string[] tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => source.GetTokenAsync(CancellationToken.None))));

        Assert.Single(tokens.Distinct());
        Assert.Single(platform.TokenRequests);
    }

    [Theory]
    [InlineData(RetryClass.Read)]
    [InlineData(RetryClass.Write)]
    public async Task A_refused_token_is_renewed_once_and_the_call_goes_again_with_the_same_request_id(RetryClass retryClass)
    {
        using SignInTokenSource source = Source();
        using var handler = Service(refusals: 1);
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, TokenSource = source, Clock = clock });
        PartnerRequest request = Calls.Of(retryClass);

        Assert.Equal("k", (await Calls.SendAsync(transport, request)).Id);

        Assert.Equal(2, handler.Messages.Count);
        Assert.Single(handler.Messages.SelectMany(message => message.Headers.GetValues("MS-RequestId")).Distinct());
        Assert.Equal(2, handler.Messages.Select(message => message.Headers.Authorization!.Parameter).Distinct().Count());
        Assert.Equal(2, platform.TokenRequests.Count);
        Assert.Empty(clock.Delays);
    }

    [Fact]
    public async Task A_second_refusal_is_an_error()
    {
        using SignInTokenSource source = Source();
        using var handler = Service(refusals: 9);
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, TokenSource = source, Clock = clock });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));

        Assert.Equal(PartnerErrorKind.Unauthorized, thrown.Kind);
        Assert.Equal(2, handler.Messages.Count);
        Assert.Equal(2, platform.TokenRequests.Count);
    }

    [Fact]
    public async Task Where_there_is_no_other_token_the_first_refusal_is_the_error()
    {
        using var handler = Service(refusals: 9);
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, TokenSource = new FixedToken("t"), Clock = clock });

        await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));

        Assert.Single(handler.Messages);
    }

    [Fact]
    public async Task Calls_that_are_refused_together_share_one_renewal()
    {
        using SignInTokenSource source = Source();
        string old = await source.GetTokenAsync(CancellationToken.None);
        using var handler = new FakeHandler((message, _) => Task.FromResult(
            message.Headers.Authorization!.Parameter == old ? FakeHandler.Json("{}", HttpStatusCode.Unauthorized) : FakeHandler.Json("""{"id":"k"}""")));
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, TokenSource = source, Clock = clock });

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Calls.SendAsync(transport, Calls.Read())));

        Assert.Equal(2, platform.TokenRequests.Count);
    }

    [Fact]
    public async Task Twenty_tenants_and_a_thousand_calls_at_once_each_carry_their_own_token()
    {
        var mixed = new ConcurrentBag<string>();
        async Task RunAsync(int number)
        {
            string tenant = $"a0000000-0000-4000-8000-{number:d12}";
            using var source = new SignInTokenSource(
                new SignInFactory().Create(SignIns.Options(platform, SignInMode.Application, options => (options.Tenant, options.Clock) = (tenant, clock))), clock, PartnerTokenKind.AppOnly);
            using var handler = new FakeHandler((message, _) =>
            {
                if (TokenClaims.Read(message.Headers.Authorization!.Parameter!)!.Tenant != tenant)
                {
                    mixed.Add(tenant);
                }

                return Task.FromResult(FakeHandler.Json("""{"id":"k"}"""));
            });
            using var transport = new HttpTransport(new TransportOptions { Handler = handler, TokenSource = source, Clock = clock });
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Calls.SendAsync(transport, Calls.Read()))));
            Assert.Equal(50, handler.Messages.Count);
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => RunAsync(number))));

        Assert.Empty(mixed);
        Assert.Equal(20, platform.TokenRequests.Count);
    }

    [Theory]
    [InlineData("orders.provisioningStatus", false)]
    [InlineData("invoices.get", false)]
    [InlineData("orders.list", true)]
    [InlineData("entitlements.list", true)]
    public async Task An_application_is_refused_before_sending_what_takes_people_alone(string operation, bool isSent)
    {
        using SignInTokenSource source = Source();
        using var handler = Service(0);
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, TokenSource = source, Clock = clock });
        var request = new PartnerRequest(operation, "GET", "/v1/x", RetryClass.Read, new RequestContext());

        PartnerException? thrown = await Record.ExceptionAsync(() => Calls.SendAsync(transport, request)) as PartnerException;

        Assert.Equal(isSent ? 1 : 0, handler.Messages.Count);
        Assert.Equal(isSent ? null : PartnerErrorKind.Forbidden, thrown?.Kind);
        if (!isSent)
        {
            Assert.Contains("Connect-PartnerCenter -RefreshToken", thrown!.Message, StringComparison.Ordinal);
            Assert.Empty(platform.Requests);
        }
    }

    [Theory]
    [InlineData("900420", false)]
    [InlineData("900421", false)]
    [InlineData("800001", true)]
    [InlineData(null, true)]
    public async Task A_refusal_that_another_token_has_as_well_is_not_renewed(string? code, bool renews)
    {
        using SignInTokenSource source = Source();
        using var handler = new FakeHandler((_, _) => Task.FromResult(
            FakeHandler.Json(code == null ? "{}" : $$"""{"code":"{{code}}","description":"no"}""", HttpStatusCode.Unauthorized)));
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, TokenSource = source, Clock = clock });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));

        Assert.Equal((PartnerErrorKind.Unauthorized, code), (thrown.Kind, thrown.ServiceCode));
        Assert.Equal(renews ? 2 : 1, platform.TokenRequests.Count);
        Assert.Equal(renews ? 2 : 1, handler.Messages.Count);
    }

    private SignInTokenSource Source() => new(
        new SignInFactory().Create(SignIns.Options(platform, SignInMode.Application, options => options.Clock = clock)), clock, PartnerTokenKind.AppOnly);

    private static FakeHandler Service(int refusals)
    {
        int left = refusals;
        return new FakeHandler((_, _) => Task.FromResult(
            Interlocked.Decrement(ref left) >= 0 ? FakeHandler.Json("{}", HttpStatusCode.Unauthorized) : FakeHandler.Json("""{"id":"k"}""")));
    }
}
