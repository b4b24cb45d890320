using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>A token source that can sign in for more than Partner Center itself.</summary>
public interface IResourceTokenSource : IRenewableTokenSource
{
    /// <summary>A token for a resource that is valid now.</summary>
    Task<string> GetTokenAsync(TokenResource resource, CancellationToken cancellationToken);

    /// <summary>Another token for a resource than the refused one; null where there can be no other.</summary>
    Task<string?> RenewTokenAsync(TokenResource resource, string refused, CancellationToken cancellationToken);
}
