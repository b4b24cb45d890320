using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One identity of one connection; the private room implements it. Shares nothing with other connections, but for the tokens of managed identities, which the sign-in library keeps for the process.</summary>
public interface ISignIn : IDisposable
{
    /// <summary>
    /// Gets a token. With <paramref name="renew"/> it must be a new one, not what a cache still holds. Only the first call
    /// may ask a person; when a later one would have to, it fails.
    /// </summary>
    /// <exception cref="PartnerException">Why there is none, and what to do.</exception>
    Task<TokenAnswer> AcquireAsync(TokenResource resource, bool renew, CancellationToken cancellationToken);

    /// <summary>Forgets all tokens, those that were kept beyond the process included.</summary>
    void Forget();
}
