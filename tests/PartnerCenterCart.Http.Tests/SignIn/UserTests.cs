using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using PartnerCenterCart.IdentityPlatform;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>People: browser, device code, and the consent of the secure application model.</summary>
public class UserTests
{
    private readonly FakeIdentityPlatform platform = new();
    private readonly List<string> prompts = [];

    [Fact]
    public async Task A_device_code_is_shown_and_waited_for()
    {
        platform.WaitForDevice(3);

        TokenAnswer answer = await SignIns.AcquireAsync(User(SignInMode.DeviceCode));

        Assert.Contains("TEST-CODE", Assert.Single(prompts), StringComparison.Ordinal);
        Assert.Equal(4, platform.TokenRequests.Count);
        Assert.Equal("https://api.partnercenter.microsoft.com/user_impersonation", platform.TokenRequests[0]["scope"].Split(' ')[0]);
        Assert.Equal("agent@partner.example", answer.Account);
        Assert.StartsWith("0.refresh-", answer.RefreshToken, StringComparison.Ordinal);
        Assert.NotNull(answer.HandedOutAt);
    }

    [Fact]
    public async Task Waiting_for_a_device_ends_at_once_when_cancelled()
    {
        platform.WaitForDevice(-1);
        using var cancel = new CancellationTokenSource();
        SignInOptions options = User(SignInMode.DeviceCode);
        options.Prompt = (_, _) => cancel.CancelAsync();
        using ISignIn signIn = new SignInFactory().Create(options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signIn.AcquireAsync(TokenResource.PartnerCenter, false, cancel.Token));
    }

    [Theory]
    [InlineData(SignInMode.Interactive)]
    [InlineData(SignInMode.AuthorizationCode)]
    public async Task The_browser_brings_a_code_back_to_this_machine(SignInMode mode)
    {
        TokenAnswer answer = await SignIns.AcquireAsync(User(mode));

        FakeRequest exchange = Assert.Single(platform.TokenRequests);
        Assert.Equal("authorization_code", exchange["grant_type"]);
        Assert.NotEqual(string.Empty, exchange["code_verifier"]);
        Assert.Equal(mode == SignInMode.AuthorizationCode ? platform.Secret : string.Empty, exchange["client_secret"]);
        Assert.Equal(PartnerTokenKind.AppUser, TokenClaims.Read(answer.AccessToken)!.Kind);
        Assert.StartsWith("0.refresh-", answer.RefreshToken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignInMode.Interactive)]
    [InlineData(SignInMode.AuthorizationCode)]
    [InlineData(SignInMode.DeviceCode)]
    public async Task Later_tokens_come_without_asking_anybody(SignInMode mode)
    {
        using ISignIn signIn = new SignInFactory().Create(User(mode));
        TokenAnswer first = await signIn.AcquireAsync(TokenResource.PartnerCenter, false, CancellationToken.None);
        prompts.Clear();
        TokenAnswer renewed = await signIn.AcquireAsync(TokenResource.PartnerCenter, true, CancellationToken.None);
        TokenAnswer graph = await signIn.AcquireAsync(TokenResource.Graph, false, CancellationToken.None);

        Assert.Empty(prompts);
        Assert.NotEqual(first.AccessToken, renewed.AccessToken);
        Assert.Equal(["https://graph.microsoft.com"], TokenClaims.Read(graph.AccessToken)!.Audiences);
        Assert.Equal("refresh_token", platform.TokenRequests[^1]["grant_type"]);
    }

    [Fact]
    public async Task A_session_that_has_ended_fails_in_the_middle_and_asks_nobody()
    {
        using ISignIn signIn = new SignInFactory().Create(User(SignInMode.DeviceCode));
        await signIn.AcquireAsync(TokenResource.PartnerCenter, false, CancellationToken.None);
        prompts.Clear();
        platform.FailNext(400, "invalid_grant", "AADSTS50173: The grant was revoked.");

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => signIn.AcquireAsync(TokenResource.PartnerCenter, true, CancellationToken.None));

        Assert.Equal(PartnerErrorKind.Unauthorized, thrown.Kind);
        Assert.Empty(prompts);
    }

    [Fact]
    public async Task A_sign_in_that_was_declined_says_so()
    {
        platform.FailNext(400, "access_denied", "AADSTS65004: User declined to consent to access the app.");

        PartnerException refused = await SignIns.RefusedAsync(User(SignInMode.AuthorizationCode));

        Assert.Equal("AADSTS65004", refused.ServiceCode);
        Assert.Contains("consent", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_the_browser_ends_at_once_when_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        SignInOptions options = User(SignInMode.AuthorizationCode);
        options.Browser = _ => cancel.CancelAsync();
        using ISignIn signIn = new SignInFactory().Create(options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signIn.AcquireAsync(TokenResource.PartnerCenter, false, cancel.Token));
    }

    [Fact]
    public void Tokens_of_several_people_are_not_guessed_at()
    {
        List<IAccount> kept = [new Person("b@partner.example"), new Person("a@partner.example")];

        var refused = Assert.Throws<PartnerException>(() => UserSignIn.Kept(kept, null));

        Assert.Equal(PartnerErrorKind.Ambiguous, refused.Kind);
        Assert.Equal("Tokens of several people are kept: a@partner.example, b@partner.example.", refused.Summary);
        Assert.Contains("-AccountId", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Same(kept[1], UserSignIn.Kept(kept, "A@partner.example"));
        Assert.Null(UserSignIn.Kept(kept, "c@partner.example"));
        Assert.Same(kept[0], UserSignIn.Kept([kept[0]], null));
        Assert.Null(UserSignIn.Kept([], null));
    }

    [Fact]
    public void Without_a_home_nothing_is_kept_where_everybody_can_look()
    {
        var refused = Assert.Throws<PartnerException>(() => PersistedCache.Folder(string.Empty));

        Assert.Equal(PartnerErrorKind.InvalidInput, refused.Kind);
        Assert.Contains("HOME", refused.Summary, StringComparison.Ordinal);
    }

    private sealed record Person(string Username) : IAccount
    {
        public string Environment => "login.microsoftonline.com";

        public AccountId HomeAccountId => new("x", "x", "x");
    }

    private SignInOptions User(SignInMode mode) => SignIns.Options(platform, mode, options =>
    {
        options.Prompt = (message, _) =>
        {
            prompts.Add(message);
            return Task.CompletedTask;
        };
        options.Browser = SignIns.Browser(platform);
    });
}
