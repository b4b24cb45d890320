using System;
using System.Net.Http;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The exceptions that answers turn into, made as the client makes them.</summary>
internal static class Failure
{
    public static readonly DateTimeOffset Now = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static PartnerException Of(int status, string body = "", string? reason = null, params (string Name, string Value)[] headers) =>
        Fault.From(Request(), Answer.Of(status, body, reason, headers), Now);

    public static PartnerException Of(PartnerRequest request, int status, string body = "") => Fault.From(request, Answer.Of(status, body), Now);

    /// <summary>A try that ended without an answer.</summary>
    public static PartnerException Lost(PartnerRequest request, PartnerErrorKind kind, bool nothingWasDone) =>
        Fault.Lost(kind, request, "the connection broke", null, nothingWasDone);

    public static PartnerRequest Request(string operation = "carts.get", RetryClass retryClass = RetryClass.Read, RequestContext? context = null) =>
        new(operation, HttpMethod.Get.Method, $"/v1/customers/{Sample.CustomerId}/carts/{Sample.CartId}", retryClass, context ?? new RequestContext())
        {
            Purpose = "reading the cart",
            WhenUnknown = "Look at the orders.",
        };
}
