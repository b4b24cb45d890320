using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>A person: the system's browser, or a code that is typed on any device. Asked once; afterwards tokens are renewed in silence.</summary>
internal sealed class UserSignIn : MsalSignIn
{
    private readonly IPublicClientApplication application;
    private readonly RefreshTokenReader refreshTokens;
    private readonly PersistedCache? cache;
    private IAccount? account;
    private bool hasAnswered;

    public UserSignIn(SignInOptions options)
        : base(options)
    {
        application = ApplicationBuilders.Public(options, Http);
        cache = PersistedCache.Attach(options, application.UserTokenCache);
        refreshTokens = new RefreshTokenReader(application.UserTokenCache, options.Clock, cache);
    }

    public override void Forget() => cache?.Clear();

    /// <summary>Whose tokens are meant: nobody buys as somebody else because that one was kept first.</summary>
    internal static IAccount? Kept(List<IAccount> accounts, string? wanted)
    {
        if (wanted != null)
        {
            return accounts.Find(kept => string.Equals(kept.Username, wanted, StringComparison.OrdinalIgnoreCase));
        }

        return accounts.Count <= 1
            ? accounts.FirstOrDefault()
            : throw new PartnerException(PartnerErrorKind.Ambiguous, $"Tokens of several people are kept: {string.Join(", ", accounts.Select(kept => kept.Username).OrderBy(name => name, StringComparer.OrdinalIgnoreCase))}.")
            {
                RecommendedAction = "Name the one who connects: Connect-PartnerCenter -PersistCache -AccountId.",
                NothingWasDone = true,
            };
    }

    protected override async Task<TokenAnswer> GetAsync(string audience, bool renew, CancellationToken cancellationToken)
    {
        string[] scopes = UserScopes(audience);
        account ??= cache == null ? null : Kept((await application.GetAccountsAsync().ConfigureAwait(false)).ToList(), Options.AccountId);
        AuthenticationResult result;
        try
        {
            result = account != null
                ? await application.AcquireTokenSilent(scopes, account).WithForceRefresh(renew).ExecuteAsync(cancellationToken).ConfigureAwait(false)
                : await AskAsync(scopes, cancellationToken).ConfigureAwait(false);
        }
        catch (MsalUiRequiredException) when (account != null && !hasAnswered)
        {
            // What was kept from an earlier run is of no use any more, and nothing has been done yet: a person is here.
            result = await AskAsync(scopes, cancellationToken).ConfigureAwait(false);
        }

        // From here on nobody is asked again: that would be in the middle of a later command.
        hasAnswered = true;
        account = result.Account;
        StoredToken? refreshToken = refreshTokens.Of(account?.HomeAccountId?.Identifier);
        return Answer(result, refreshToken, refreshToken?.IssuedAt);
    }

    private async Task<AuthenticationResult> AskAsync(string[] scopes, CancellationToken cancellationToken)
    {
        return Options.Mode == SignInMode.DeviceCode
            ? await application.AcquireTokenWithDeviceCode(scopes, ShowAsync).ExecuteAsync(cancellationToken).ConfigureAwait(false)
            : await Interactive(scopes).ExecuteAsync(cancellationToken).ConfigureAwait(false);

        Task ShowAsync(DeviceCodeResult code) => Options.Prompt?.Invoke(code.Message, cancellationToken) ?? Task.CompletedTask;
    }

    private AcquireTokenInteractiveParameterBuilder Interactive(string[] scopes)
    {
        AcquireTokenInteractiveParameterBuilder builder = application.AcquireTokenInteractive(scopes).WithUseEmbeddedWebView(false);
        builder = Options.AccountId is { } account ? builder.WithLoginHint(account) : builder;
        return Options.Browser is { } browser
            ? builder.WithSystemWebViewOptions(new SystemWebViewOptions { OpenBrowserAsync = browser })
            : builder;
    }
}
