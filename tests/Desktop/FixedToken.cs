using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Desktop;

/// <summary>The emulator takes any token.</summary>
internal sealed class FixedToken : IPartnerTokenSource
{
    public Task<string> GetTokenAsync(CancellationToken cancellationToken) => Task.FromResult("desktop");
}
