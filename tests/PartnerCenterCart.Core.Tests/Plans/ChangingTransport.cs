using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Changes what the service answers, before anybody sees it.</summary>
internal sealed class ChangingTransport : IPartnerTransport
{
    private readonly IPartnerTransport inner;
    private readonly Action<PartnerRequest, object> change;

    public ChangingTransport(IPartnerTransport inner, Action<PartnerRequest, object> change)
    {
        this.inner = inner;
        this.change = change;
    }

    public async Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        T answer = await inner.SendAsync(request, read, cancellationToken);
        change(request, answer!);
        return answer;
    }

    public void Dispose() => inner.Dispose();
}
