using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Requests as Core would make them, and the way through Core that they go.</summary>
internal static class Calls
{
    public const string CartBody = """{"lineItems":[{"id":0,"quantity":2}]}""";

    public static PartnerRequest Of(RetryClass retryClass, ICallObserver? observer = null, string path = "/v1/customers/c/carts") =>
        retryClass switch
        {
            RetryClass.Read => Request("orders.list", "GET", path, retryClass, null, observer),
            RetryClass.Replace => Request("carts.update", "PUT", path, retryClass, CartBody, observer),
            RetryClass.RepeatableWrite => Request("carts.checkout", "POST", path, retryClass, null, observer),
            _ => Request("carts.create", "POST", path, retryClass, CartBody, observer),
        };

    public static PartnerRequest Read(string path = "/v1/orders", ICallObserver? observer = null, IReadOnlyDictionary<string, string>? headers = null) =>
        Request("orders.list", "GET", path, RetryClass.Read, null, observer, headers);

    /// <summary>Sends as Core's operations do: what is no success throws, a success is read as JSON.</summary>
    public static Task<Cart> SendAsync(HttpTransport transport, PartnerRequest request, IClock? clock = null, CancellationToken cancellationToken = default) =>
        new CallSender(transport, clock ?? new RecordingClock(), null).SendAsync<Cart>(request, cancellationToken);

    private static PartnerRequest Request(
        string operation, string method, string path, RetryClass retryClass, string? body, ICallObserver? observer, IReadOnlyDictionary<string, string>? headers = null) =>
        new(operation, method, path, retryClass, new RequestContext(observer: observer))
        {
            Body = body == null ? null : Encoding.UTF8.GetBytes(body),
            Purpose = "trying " + operation,
            WhenUnknown = retryClass == RetryClass.Read ? null : "Look at Get-PartnerCustomerOrder.",
            Headers = headers ?? new Dictionary<string, string>(StringComparer.Ordinal),
        };
}
