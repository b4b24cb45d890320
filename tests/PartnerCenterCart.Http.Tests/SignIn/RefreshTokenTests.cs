using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.IdentityPlatform;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>The secure application model: exchange, rotation, the store, and what survives what.</summary>
public class RefreshTokenTests
{
    private readonly RecordingClock clock = new();
    private readonly FakeIdentityPlatform platform;
    private readonly MemoryStore store = new();
    private readonly List<string> warnings = [];

    public RefreshTokenTests() => platform = new FakeIdentityPlatform { Now = () => clock.UtcNow };

    [Fact]
    public async Task A_refresh_token_gives_a_users_token_and_its_successor()
    {
        string seed = Issue();

        TokenAnswer answer = await SignIns.AcquireAsync(Options(seed));

        FakeRequest request = Assert.Single(platform.TokenRequests);
        Assert.Equal(["refresh_token", seed, platform.Secret], [request["grant_type"], request["refresh_token"], request["client_secret"]]);
        Assert.Contains("https://api.partnercenter.microsoft.com/user_impersonation", request["scope"], StringComparison.Ordinal);
        Assert.Equal(PartnerTokenKind.AppUser, TokenClaims.Read(answer.AccessToken)!.Kind);
        Assert.NotEqual(seed, answer.RefreshToken);
        Assert.Equal(answer.RefreshToken, store.Content!.RefreshToken);
        Assert.Equal(clock.UtcNow, answer.RefreshTokenIssuedAt);
    }

    [Fact]
    public async Task Without_a_store_the_age_is_that_of_the_token_which_the_caller_keeps()
    {
        DateTimeOffset issued = clock.UtcNow.AddDays(-80);
        SignInOptions options = Options(Issue());
        options.Store = null;
        options.RefreshToken = new StoredToken(options.RefreshToken!.RefreshToken, issued);

        TokenAnswer answer = await SignIns.AcquireAsync(options);

        Assert.Equal(issued, answer.RefreshTokenIssuedAt);
        Assert.Equal(clock.UtcNow, answer.HandedOutAt);
        Assert.Contains("ends on", RefreshTokenLife.Warning(answer.RefreshTokenIssuedAt, clock.UtcNow), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(75, false)]
    [InlineData(76, true)]
    [InlineData(89, true)]
    [InlineData(91, true)]
    public void The_warning_comes_14_days_before_the_90_days_end(int days, bool warns) =>
        Assert.Equal(warns, RefreshTokenLife.Warning(clock.UtcNow.AddDays(-days), clock.UtcNow) != null);

    [Fact]
    public async Task The_store_takes_the_first_token_before_the_exchange()
    {
        string seed = Issue();
        platform.FailNext(500, "server_error", "AADSTS90033: A transient error.");

        await SignIns.RefusedAsync(Options(seed));

        Assert.Equal(seed, store.Content!.RefreshToken);
    }

    [Fact]
    public async Task A_token_that_was_not_rotated_keeps_its_age()
    {
        platform.Rotates = false;
        store.Content = new StoredToken(Issue(), clock.UtcNow.AddDays(-80));

        TokenAnswer answer = await SignIns.AcquireAsync(Options(null));

        Assert.Equal(clock.UtcNow.AddDays(-80), answer.RefreshTokenIssuedAt);
        Assert.Equal(0, store.Writes);
    }

    [Fact]
    public async Task Two_hundred_days_of_runs_survive_whatever_run_dies_before_it_has_stored()
    {
        store.Content = new StoredToken(Issue(), clock.UtcNow);
        int deaths = 0;
        for (int day = 0; day < 200; day++)
        {
            await clock.DelayAsync(TimeSpan.FromDays(1), CancellationToken.None);
            string before = store.Content!.RefreshToken;

            // The process dies between the exchange and the store: nothing of it is left but what the store held.
            bool dies = day % 3 != 0;
            deaths += dies ? 1 : 0;
            store.Failure = dies ? new OperationCanceledException("The process has died.") : null;
            if (dies)
            {
                await Assert.ThrowsAnyAsync<Exception>(() => SignIns.AcquireAsync(Options(null)));
                Assert.Equal(before, store.Content.RefreshToken);
            }
            else
            {
                TokenAnswer answer = await SignIns.AcquireAsync(Options(null));
                Assert.Equal(answer.RefreshToken, store.Content.RefreshToken);
                Assert.Equal(clock.UtcNow, store.Content.IssuedAt);
            }
        }

        Assert.Equal(133, deaths);
        Assert.Equal(200, platform.TokenRequests.Count);
    }

    [Fact]
    public async Task Two_hundred_days_of_one_session_renew_the_access_token_every_day()
    {
        store.Content = new StoredToken(Issue(), clock.UtcNow);
        using var source = new SignInTokenSource(new SignInFactory().Create(Options(null)), clock, PartnerTokenKind.AppUser);
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (int day = 0; day < 200; day++)
        {
            await clock.DelayAsync(TimeSpan.FromDays(1), CancellationToken.None);
            tokens.Add(await source.GetTokenAsync(CancellationToken.None));
            tokens.Add(await source.GetTokenAsync(CancellationToken.None));
        }

        Assert.Equal(200, tokens.Count);
        Assert.Equal(200, store.Writes);
    }

    [Fact]
    public async Task A_store_that_fails_warns_and_is_tried_again_with_the_next_exchange()
    {
        store.Content = new StoredToken(Issue(), clock.UtcNow);
        store.Failure = new InvalidOperationException("The vault is locked.");
        using ISignIn signIn = new SignInFactory().Create(Options(null));
        await signIn.AcquireAsync(TokenResource.PartnerCenter, false, CancellationToken.None);
        Assert.Contains("The vault is locked.", Assert.Single(warnings), StringComparison.Ordinal);

        TokenAnswer second = await signIn.AcquireAsync(TokenResource.PartnerCenter, true, CancellationToken.None);

        Assert.Equal(second.RefreshToken, store.Content.RefreshToken);
        Assert.Single(warnings);
    }

    [Fact]
    public async Task A_seed_that_has_ended_gives_way_to_what_the_store_holds()
    {
        string seed = Issue();
        await clock.DelayAsync(TimeSpan.FromDays(91), CancellationToken.None);
        store.Content = new StoredToken(Issue(), clock.UtcNow);

        TokenAnswer answer = await SignIns.AcquireAsync(Options(seed));

        Assert.Equal(answer.RefreshToken, store.Content.RefreshToken);
        Assert.Equal(2, platform.TokenRequests.Count);
    }

    [Fact]
    public async Task An_empty_store_says_where_the_first_token_comes_from()
    {
        PartnerException refused = await SignIns.RefusedAsync(Options(null));

        Assert.Equal(PartnerErrorKind.InvalidInput, refused.Kind);
        Assert.Contains("New-PartnerAccessToken", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(platform.Requests);
    }

    private string Issue() => platform.IssueRefreshToken(SignIns.Application, SignIns.Tenant);

    private SignInOptions Options(string? seed) => SignIns.Options(platform, SignInMode.RefreshToken, options =>
    {
        options.Clock = clock;
        options.Store = store;
        options.Warn = warnings.Add;
        options.RefreshToken = seed == null ? null : new StoredToken(seed, null);
    });
}
