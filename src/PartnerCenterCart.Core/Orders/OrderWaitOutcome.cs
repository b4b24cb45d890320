using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>How the wait for one order ended.</summary>
public sealed class OrderWaitOutcome
{
    internal OrderWaitOutcome(OrderWaitRequest request, Order? order, IReadOnlyList<PartnerException>? failures = null, IReadOnlyList<string>? remarks = null)
    {
        Request = request;
        Order = order;
        Failures = failures ?? Array.Empty<PartnerException>();
        Remarks = remarks ?? Array.Empty<string>();
    }

    /// <summary>What was waited for.</summary>
    public OrderWaitRequest Request { get; }

    /// <summary>The provisioned order with its <see cref="PartnerCenterCart.Order.Subscriptions"/>; null when it did not make it.</summary>
    public Order? Order { get; }

    /// <summary>
    /// Why there is no order, Timeout among others; beside an order, lines that were not provisioned and names that could not be
    /// repaired.
    /// </summary>
    public IReadOnlyList<PartnerException> Failures { get; }

    /// <summary>Friendly names that were lost, and those that were repaired.</summary>
    public IReadOnlyList<string> Remarks { get; }
}
