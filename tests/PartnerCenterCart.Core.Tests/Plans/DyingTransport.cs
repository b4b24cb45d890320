using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The process ends at its n-th call: before the request has left, or after the service has done its work. Nothing works any more then.</summary>
internal sealed class DyingTransport : IPartnerTransport
{
    private readonly IPartnerTransport inner;
    private readonly int atCall;
    private readonly bool afterTheWork;
    private int calls;

    public DyingTransport(IPartnerTransport inner, int atCall, bool afterTheWork)
    {
        this.inner = inner;
        this.atCall = atCall;
        this.afterTheWork = afterTheWork;
    }

    public bool IsDead => Volatile.Read(ref calls) >= atCall;

    public async Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        int call = Interlocked.Increment(ref calls);
        if (call < atCall)
        {
            return await inner.SendAsync(request, read, cancellationToken);
        }

        if (call == atCall && afterTheWork)
        {
            await inner.SendAsync(request, read, cancellationToken);
        }

        throw new ProcessEndedException();
    }

    public void Dispose() => inner.Dispose();
}

/// <summary>What no code of the product knows, as none survives the end of its process.</summary>
internal sealed class ProcessEndedException : Exception;
