using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>What all ways to sign in share: the network, the errors, and that results become answers.</summary>
internal abstract class MsalSignIn : ISignIn
{
    protected MsalSignIn(SignInOptions options, Uri? address = null)
    {
        Options = options;
        Http = new SignInHttp(options.Handler, address ?? options.Authority ?? options.Environment.Authority);
    }

    protected SignInOptions Options { get; }

    protected SignInHttp Http { get; }

    public async Task<TokenAnswer> AcquireAsync(TokenResource resource, bool renew, CancellationToken cancellationToken)
    {
        string audience = Options.Environment.AudienceOf(resource);
        try
        {
            return await GetAsync(audience, renew, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (SignInFailure.From(e, Options) is { } failure)
        {
            throw failure;
        }
    }

    public virtual void Forget()
    {
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract Task<TokenAnswer> GetAsync(string audience, bool renew, CancellationToken cancellationToken);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Http.Dispose();
            if (Options.OwnsCertificate)
            {
                Options.Certificate?.Dispose();
            }
        }
    }

    /// <summary>An application asks for all that it was given.</summary>
    protected static string[] ApplicationScopes(string audience) => [audience + "/.default"];

    /// <summary>The scope that people consent to (contract: behaviours.md, section 4); other resources have no scope of that name.</summary>
    protected string[] UserScopes(string audience) =>
        [audience + (audience == Options.Environment.Audience ? "/user_impersonation" : "/.default")];

    protected TokenAnswer Answer(AuthenticationResult result, StoredToken? refreshToken = null, DateTimeOffset? keptSince = null) => new(result.AccessToken, Ends(result))
    {
        RefreshToken = refreshToken?.RefreshToken,
        HandedOutAt = refreshToken?.IssuedAt,
        RefreshTokenIssuedAt = keptSince,
        Account = result.Account?.Username,
        Tenant = result.TenantId,
    };

    /// <summary>The library reckons with the machine's clock; an emulator's or a test's runs elsewhere.</summary>
    private DateTimeOffset Ends(AuthenticationResult result) => Options.Clock.UtcNow + (result.ExpiresOn - DateTimeOffset.UtcNow);
}
