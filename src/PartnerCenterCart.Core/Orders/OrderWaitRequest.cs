using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>An order to wait for.</summary>
public sealed class OrderWaitRequest
{
    private readonly Dictionary<int, string> names = new();

    /// <summary>An order by its ids.</summary>
    /// <exception cref="PartnerException">InvalidInput: an id that is none.</exception>
    public OrderWaitRequest(string? customerId, string? orderId)
    {
        CustomerId = PartnerId.Customer(customerId);
        OrderId = PartnerId.Order(orderId);
    }

    /// <summary>Tenant id of the customer.</summary>
    public string CustomerId { get; }

    /// <summary>The order.</summary>
    public string OrderId { get; }

    /// <summary>Whether friendly names that were lost on the way are set again.</summary>
    public bool EnsureFriendlyName { get; set; }

    /// <summary>Whether it exists for certain, so that "no such order" can only mean: not yet.</summary>
    public bool IsCertain { get; set; }

    /// <summary>The caller's own, handed back with the outcome.</summary>
    public object? Tag { get; set; }

    /// <summary>Takes from an order, as a checkout answered it, that it exists and how its lines shall be named.</summary>
    public void Know(Order order)
    {
        IsCertain = true;
        foreach (OrderLineItem line in order?.LineItems ?? Enumerable.Empty<OrderLineItem>())
        {
            if (line is { LineItemNumber: { } number } && !string.IsNullOrWhiteSpace(line.FriendlyName))
            {
                names[number] = line.FriendlyName!;
            }
        }
    }

    /// <summary>Customer and order in one line.</summary>
    public override string ToString() => $"order {OrderId} of customer {CustomerId}";

    /// <summary>The name that a line was ordered under; null for none.</summary>
    internal string? NameOf(OrderLineItem line) =>
        line.LineItemNumber is { } number && names.TryGetValue(number, out string? name) ? name : string.IsNullOrWhiteSpace(line.FriendlyName) ? null : line.FriendlyName;
}
