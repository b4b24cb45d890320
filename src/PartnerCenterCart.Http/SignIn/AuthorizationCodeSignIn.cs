using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>
/// The consent step of the secure application model: a person signs in through the browser for an application that has a
/// credential; what comes back is renewed with the refresh token.
/// </summary>
internal sealed class AuthorizationCodeSignIn : MsalSignIn
{
    private RefreshTokenSignIn? renewal;

    public AuthorizationCodeSignIn(SignInOptions options)
        : base(options)
    {
        // Says what is missing before a browser opens.
        _ = ApplicationBuilders.Confidential(options, Http);
    }

    protected override async Task<TokenAnswer> GetAsync(string audience, bool renew, CancellationToken cancellationToken)
    {
        if (renewal != null)
        {
            return await renewal.GetNextAsync(audience, cancellationToken).ConfigureAwait(false);
        }

        using var receiver = new LoopbackReceiver();
        IConfidentialClientApplication application = ApplicationBuilders.Confidential(Options, Http, receiver.RedirectUri);
        var refreshTokens = new RefreshTokenReader(application.UserTokenCache, Options.Clock);
        string[] scopes = UserScopes(audience);
        Uri address = await application.GetAuthorizationRequestUrl(scopes)
            .WithPkce(out string verifier)
            .WithPrompt(Prompt.SelectAccount)
            .WithExtraQueryParameters(new Dictionary<string, (string Value, bool IncludeInCacheKey)> { ["state"] = (receiver.State, false) })
            .ExecuteAsync(cancellationToken).ConfigureAwait(false);
        if (Options.Prompt != null)
        {
            await Options.Prompt($"Sign in through the browser that opens. If none does, open {address.GetLeftPart(UriPartial.Query)}", cancellationToken).ConfigureAwait(false);
        }

        await (Options.Browser ?? SystemBrowser.OpenAsync)(address).ConfigureAwait(false);
        string code = await receiver.WaitAsync(Options, cancellationToken).ConfigureAwait(false);
        AuthenticationResult result = await application.AcquireTokenByAuthorizationCode(scopes, code)
            .WithPkceCodeVerifier(verifier).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        StoredToken? first = refreshTokens.Newest;
        if (first != null)
        {
            renewal = new RefreshTokenSignIn(Options, first);
            await renewal.KeepAsync(cancellationToken).ConfigureAwait(false);
        }

        return Answer(result, first, first?.IssuedAt);
    }

    protected override void Dispose(bool disposing)
    {
        renewal?.Dispose();
        base.Dispose(disposing);
    }
}
