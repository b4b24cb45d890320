using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// Until when a purchase can be given back, from the service's own dates: nothing here counts days. The moment that the service
/// names is the last at which it can.
/// </summary>
public sealed class CancellationWindow
{
    private CancellationWindow(DateTimeOffset? until, int? refundable, int? quantity, DateTimeOffset now)
    {
        Until = until;
        RefundableQuantity = refundable;
        Quantity = quantity;
        Now = now;
    }

    /// <summary>The last moment; null where the service does not name one.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>How much can be given back at this moment; null where the service does not say.</summary>
    public int? RefundableQuantity { get; }

    /// <summary>Whether it is open; null where the service does not say, and only trying tells.</summary>
    public bool? IsOpen => Until == null ? null : Now <= Until;

    private int? Quantity { get; }

    private DateTimeOffset Now { get; }

    /// <summary>The window of a subscription at a moment. Single reads tell more than lists.</summary>
    public static CancellationWindow Of(Subscription subscription, DateTimeOffset now)
    {
        if (subscription == null)
        {
            throw new ArgumentNullException(nameof(subscription));
        }

        List<RefundableQuantityDetail> details = subscription.RefundableQuantity?.Details ?? new List<RefundableQuantityDetail>();
        DateTimeOffset? until = subscription.CancellationAllowedUntilDate
            ?? details.Max(detail => detail.AllowedUntilDateTime)
            ?? subscription.RefundOptions?.Max(option => option.ExpiresAt);
        int? refundable = details.Count == 0
            ? subscription.RefundableQuantity?.TotalQuantity
            : details.Where(detail => detail.AllowedUntilDateTime == null || now <= detail.AllowedUntilDateTime).Sum(detail => detail.Quantity ?? 0);
        return new CancellationWindow(until, refundable, subscription.Quantity, now);
    }

    /// <summary>The window in one sentence, for a question.</summary>
    public override string ToString()
    {
        string refund = RefundableQuantity == null ? string.Empty : $"; {Text(RefundableQuantity.Value)} of {(Quantity is { } all ? Text(all) : "?")} can be given back now";
        return Until is not { } until ? "the service names no cancellation window" + refund
            : IsOpen == true ? $"can be cancelled until {Text(until)} ({Text(until - Now)} left){refund}"
            : $"its cancellation window closed at {Text(until)}{refund}";
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    private static string Text(TimeSpan time) => time.TotalDays >= 1
        ? $"{Text(time.Days)} d {Text(time.Hours)} h"
        : time.TotalHours >= 1 ? $"{Text(time.Hours)} h {Text(time.Minutes)} min" : $"{Text(time.Minutes)} min {Text(time.Seconds)} s";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
