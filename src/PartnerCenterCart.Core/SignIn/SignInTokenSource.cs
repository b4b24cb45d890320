using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// The tokens of one connection, one for each resource, renewed before they end. A connection is one tenant, client and
/// mode, so that its cache cannot hand out anybody else's (contract: behaviours.md, section 4).
/// </summary>
internal sealed class SignInTokenSource : IRenewableTokenSource, IDisposable
{
    // "Treat a token as expired 30 seconds early" (behaviours.md, section 4); a call that is retried may need longer.
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    // Flows with a sign-in into the token store that it writes, and into what a script there calls.
    private static readonly AsyncLocal<SignInTokenSource?> Asking = new();

    private readonly ISignIn signIn;
    private readonly IClock clock;
    private readonly ConcurrentDictionary<TokenResource, TokenAnswer> answers = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly PartnerTokenKind kind;
    private readonly Action<string>? warn;
    private readonly CancellationTokenSource closed = new();
    private DateTimeOffset? warnedAt;

    public SignInTokenSource(ISignIn signIn, IClock clock, PartnerTokenKind kind, Action<string>? warn = null)
    {
        this.signIn = signIn;
        this.clock = clock;
        this.kind = kind;
        this.warn = warn;
    }

    public PartnerTokenKind TokenKind => kind;

    /// <summary>What the last sign-in for the service gave; null before the first.</summary>
    public TokenAnswer? Last => answers.TryGetValue(TokenResource.PartnerCenter, out TokenAnswer? answer) ? answer : null;

    public Task<string> GetTokenAsync(CancellationToken cancellationToken) =>
        Valid(TokenResource.PartnerCenter, null) is { } cached ? Task.FromResult(cached.AccessToken) : TextAsync(null, cancellationToken);

    public async Task<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken) =>
        await TextAsync(refused, cancellationToken).ConfigureAwait(false);

    /// <summary>A token for any resource; not the refused one, unless the platform has no other.</summary>
    public async Task<TokenAnswer> AnswerAsync(TokenResource resource, string? refused, CancellationToken cancellationToken)
    {
        if (Valid(resource, refused) is { } cached)
        {
            return cached;
        }

        if (ReferenceEquals(Asking.Value, this))
        {
            // It would wait for itself.
            throw PartnerException.InvalidInput(
                "The token store of this connection ran a command that needs the connection's next token, which is only there when the store is done.",
                "Only keep the token in the script block of -TokenStore; leave everything else to the script around it.");
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed.Token);
        try
        {
            return await AskAsync(resource, refused, end.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (closed.IsCancellationRequested && !cancellationToken.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException or PartnerException { Kind: PartnerErrorKind.Timeout })
        {
            throw new PartnerException(PartnerErrorKind.NotConnected, "The connection was closed while it was signing in.") { RecommendedAction = "Connect-PartnerCenter", NothingWasDone = true };
        }
    }

    private async Task<TokenAnswer> AskAsync(TokenResource resource, string? refused, CancellationToken cancellationToken)
    {
        // One asks, the others wait for it; each may give up by itself.
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        Asking.Value = this;
        try
        {
            if (Valid(resource, refused) is { } others)
            {
                return others;
            }

            bool renew = answers.ContainsKey(resource);
            TokenAnswer answer = await signIn.AcquireAsync(resource, renew, cancellationToken).ConfigureAwait(false);
            if (!renew && answer.ExpiresOn - Margin <= clock.UtcNow)
            {
                // What a cache kept from an earlier run is about to end.
                answer = await signIn.AcquireAsync(resource, true, cancellationToken).ConfigureAwait(false);
            }

            answers[resource] = answer;
            WarnOfAge(answer, renew);
            return answer;
        }
        finally
        {
            Asking.Value = null;
            gate.Release();
        }
    }

    /// <summary>Forgets every token, also those that were kept beyond the process.</summary>
    public void Forget()
    {
        answers.Clear();
        signIn.Forget();
    }

    public void Dispose()
    {
        answers.Clear();
        closed.Cancel();
        signIn.Dispose();
    }

    // At connect the cmdlet warns; a connection that lives for weeks says it once a day.
    private void WarnOfAge(TokenAnswer answer, bool renew)
    {
        DateTimeOffset now = clock.UtcNow;
        if (RefreshTokenLife.Warning(answer.RefreshTokenIssuedAt, now) is not { } warning || (warnedAt is { } last && now - last < TimeSpan.FromDays(1)))
        {
            return;
        }

        warnedAt = now;
        if (renew)
        {
            warn?.Invoke(warning);
        }
    }

    private async Task<string> TextAsync(string? refused, CancellationToken cancellationToken) =>
        (await AnswerAsync(TokenResource.PartnerCenter, refused, cancellationToken).ConfigureAwait(false)).AccessToken;

    private TokenAnswer? Valid(TokenResource resource, string? refused) =>
        answers.TryGetValue(resource, out TokenAnswer? answer) && answer.AccessToken != refused && answer.ExpiresOn - Margin > clock.UtcNow ? answer : null;
}
