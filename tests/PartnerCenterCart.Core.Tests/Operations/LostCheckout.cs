using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A network that loses every answer to a checkout, and lets the cart and the orders be read; without a cart, it loses them too.</summary>
internal sealed class LostCheckout(string? cart, params string[] listed) : IPartnerTransport
{
    public List<string> Operations { get; } = [];

    public Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        Operations.Add(request.Operation);
        if (request.Operation == "carts.checkout" || cart == null)
        {
            PartnerException lost = Fault.Lost(PartnerErrorKind.ConnectionFailed, request, "the connection broke", null, false);
            return Task.FromException<T>(RetryRule.Final(request, lost, false));
        }

        return Task.FromResult(read(Answer.Json(request.Operation == "carts.get" ? cart : $$"""{"items":[{{string.Join(",", listed)}}]}""")));
    }

    public void Dispose()
    {
    }
}
