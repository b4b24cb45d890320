using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>
/// The secure application model: a refresh token of a person's consent is exchanged for access tokens, and each exchange
/// gives a new refresh token. Nothing is lost when the process dies anywhere in between: the platform keeps old refresh
/// tokens valid until their own end, and the store holds the old or the new one at every moment.
/// </summary>
internal sealed class RefreshTokenSignIn : MsalSignIn
{
    private StoredToken? current;
    private bool isUnsaved;

    public RefreshTokenSignIn(SignInOptions options)
        : base(options)
    {
        current = options.RefreshToken;
        if (current == null && options.Store is not { CanRead: true })
        {
            throw PartnerException.InvalidInput("There is no refresh token to begin with: -RefreshToken, or a -TokenStore that can be read.");
        }
    }

    /// <summary>After a consent: the token that just came takes the place of whatever the store holds.</summary>
    public RefreshTokenSignIn(SignInOptions options, StoredToken first)
        : base(options)
    {
        current = first;
        isUnsaved = true;
    }

    public Task<TokenAnswer> GetNextAsync(string audience, CancellationToken cancellationToken) => GetAsync(audience, true, cancellationToken);

    public Task KeepAsync(CancellationToken cancellationToken) => SaveAsync(cancellationToken);

    protected override async Task<TokenAnswer> GetAsync(string audience, bool renew, CancellationToken cancellationToken)
    {
        StoredToken token = await BeginAsync(cancellationToken).ConfigureAwait(false);
        AuthenticationResult result;
        try
        {
            result = await ExchangeAsync(token, audience, cancellationToken).ConfigureAwait(false);
        }
        catch (MsalUiRequiredException)
        {
            // Another process may have consented or rotated since; a seed in a script may be older than the store.
            StoredToken? other = await ReadStoreAsync(cancellationToken).ConfigureAwait(false);
            if (other == null || other.RefreshToken == token.RefreshToken)
            {
                throw;
            }

            current = other;
            result = await ExchangeAsync(other, audience, cancellationToken).ConfigureAwait(false);
        }

        // Stored before anybody uses what came with it.
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        return Answer(result, current, Options.Store == null ? Options.RefreshToken?.IssuedAt : current!.IssuedAt);
    }

    private async Task<StoredToken> BeginAsync(CancellationToken cancellationToken)
    {
        if (current == null)
        {
            current = await ReadStoreAsync(cancellationToken).ConfigureAwait(false)
                ?? throw PartnerException.InvalidInput(
                    $"{Options.Store!.Name} holds no refresh token.", "Pass the first one with -RefreshToken; New-PartnerAccessToken gets it.");
        }
        else if (Options.Store is { CanRead: true } store && await ReadStoreAsync(cancellationToken).ConfigureAwait(false) == null)
        {
            // Before the exchange, so that a process that dies in it leaves a token behind.
            try
            {
                await store.WriteAsync(current, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not (OperationCanceledException or PartnerException))
            {
                throw PartnerException.InvalidInput($"The refresh token cannot be kept in {store.Name}: {Options.Hide(e.Message)}");
            }
        }

        return current;
    }

    private Task<StoredToken?> ReadStoreAsync(CancellationToken cancellationToken) =>
        Options.Store is { CanRead: true } store ? store.ReadAsync(cancellationToken) : Task.FromResult<StoredToken?>(null);

    private async Task<AuthenticationResult> ExchangeAsync(StoredToken token, string audience, CancellationToken cancellationToken)
    {
        Options.RefreshTokenInUse = token.RefreshToken;

        // A new application each time: its cache then holds nothing but what this exchange gave.
        IClientApplicationBase application = HasCredential ? ApplicationBuilders.Confidential(Options, Http) : ApplicationBuilders.Public(Options, Http);
        var rotated = new RefreshTokenReader(application.UserTokenCache, Options.Clock);
        AuthenticationResult result = await ((IByRefreshToken)application)
            .AcquireTokenByRefreshToken(UserScopes(audience), token.RefreshToken).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        if (rotated.Newest is { } newer && newer.RefreshToken != token.RefreshToken)
        {
            current = newer;
            isUnsaved = true;
        }

        return result;
    }

    private bool HasCredential => Options.Secret != null || Options.Certificate != null || Options.FederatedToken != null;

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (!isUnsaved || Options.Store is not { } store)
        {
            return;
        }

        Options.RefreshTokenInUse = current!.RefreshToken;
        try
        {
            await store.WriteAsync(current, cancellationToken).ConfigureAwait(false);
            isUnsaved = false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The token before it is still good, and the next exchange tries to store again.
            Options.Warn?.Invoke($"The new refresh token could not be kept in {store.Name}: {Options.Hide(e.Message)} The one before it stays valid until its own end.");
        }
    }
}
