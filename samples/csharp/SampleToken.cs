using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart;

/// <summary>The emulator takes any token; the service wants one for https://api.partnercenter.microsoft.com.</summary>
internal sealed class SampleToken : IPartnerTokenSource
{
    public Task<string> GetTokenAsync(CancellationToken cancellationToken) => Task.FromResult("sample");
}
