using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>A token source that knows whose tokens it gives, and that can get another when the service refused one.</summary>
public interface IRenewableTokenSource : IPartnerTokenSource
{
    /// <summary>Whose tokens they are.</summary>
    PartnerTokenKind TokenKind { get; }

    /// <summary>
    /// Another token than the one that the service answered 401 to; null where there can be no other. Calls that were
    /// refused together share one renewal.
    /// </summary>
    Task<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken);
}
