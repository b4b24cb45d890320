using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Always the same token.</summary>
internal sealed class FixedToken(string token) : IPartnerTokenSource
{
    public Task<string> GetTokenAsync(CancellationToken cancellationToken) => Task.FromResult(token);
}
