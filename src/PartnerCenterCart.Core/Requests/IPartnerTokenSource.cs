using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Gives the bearer token of a connection, when it is needed.</summary>
public interface IPartnerTokenSource
{
    /// <summary>A token that is valid now. It must never reach a message, a log or an exception.</summary>
    Task<string> GetTokenAsync(CancellationToken cancellationToken);
}
