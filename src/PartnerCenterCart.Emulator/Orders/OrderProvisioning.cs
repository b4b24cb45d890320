using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>When each line of an order is there: one after the other, the last when the order is completed.</summary>
internal static class OrderProvisioning
{
    public const string Fulfilled = "fulfilled";
    public const string Unfulfilled = "unfulfilled";
    public const string Pending = "prefulfillmentpending";

    public static DateTimeOffset DoneAt(StoredOrder order, int line)
    {
        int count = Math.Max(1, order.Order.LineItems.Count);
        DateTimeOffset from = order.ProvisioningFrom ?? order.CreatedAt;
        return from + TimeSpan.FromTicks((order.CompletesAt - from).Ticks * (line + 1) / count);
    }

    public static string StatusOf(StoredOrder order, OrderLine line, DateTimeOffset now) =>
        line.Quantity == 0 ? Unfulfilled
        : now < DoneAt(order, line.LineItemNumber) ? Pending
        : order.FailedLines.Contains(line.LineItemNumber) ? Unfulfilled : Fulfilled;

    /// <summary>Whether the subscription of a line shows on the order.</summary>
    public static bool Shows(StoredOrder order, OrderLine line, DateTimeOffset now) =>
        now >= DoneAt(order, line.LineItemNumber) + order.SubscriptionLag && !order.FailedLines.Contains(line.LineItemNumber);

    /// <summary>What the order will be when its time has come.</summary>
    public static string FinalStatus(IReadOnlyCollection<int> failed, int lines) =>
        failed.Count == 0 ? OrderBody.Completed : failed.Count == lines ? "error" : "partial_success";
}
