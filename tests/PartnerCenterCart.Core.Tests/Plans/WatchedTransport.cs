using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Hears of each call before it is made, and may refuse it.</summary>
internal sealed class WatchedTransport : IPartnerTransport
{
    private readonly IPartnerTransport inner;
    private readonly Action<PartnerRequest> before;

    public WatchedTransport(IPartnerTransport inner, Action<PartnerRequest> before)
    {
        this.inner = inner;
        this.before = before;
    }

    public Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        before(request);
        return inner.SendAsync(request, read, cancellationToken);
    }

    public void Dispose() => inner.Dispose();
}
