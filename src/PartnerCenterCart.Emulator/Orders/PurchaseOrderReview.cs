using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The review of a purchase-order document, which an order waits for (behaviours.md section 8).</summary>
internal sealed record PurchaseOrderReview
{
    public const string Pending = "pending_po_upload";
    public const string Uploaded = "po_upload_complete";
    public const string Rejected = "po_review_rejected";

    /// <summary>The time of what waits for a document that nobody has sent yet.</summary>
    public static readonly DateTimeOffset Never = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Behaviours.md section 12: products with which the flow can be tried in a sandbox.
    private static readonly string[] SandboxProducts = ["DG7GMGF0D7FV", "DG7GMGF0D7FT"];

    /// <summary>Null until the document is there.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    public bool Rejects { get; init; }

    /// <summary>Whether an order of these items waits for a document.</summary>
    public static bool IsNeeded(IEnumerable<CatalogItem> items, EmulatorSettings settings) => items.Any(item =>
        settings.PurchaseOrderItems.Contains(item.Id, StringComparer.OrdinalIgnoreCase) || (settings.Sandbox && SandboxProducts.Contains(item.Product.Id, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Where the order stands for its review; null when that is over and done.</summary>
    public string? StatusAt(DateTimeOffset moment) =>
        EndsAt is not { } end ? Pending : moment < end ? Uploaded : Rejects ? Rejected : null;

    /// <summary>The order and its subscriptions after the document came: they are there when the review ends, or never.</summary>
    public static IEnumerable<object> Begin(StoredOrder order, OperationContext context)
    {
        DateTimeOffset end = context.Now.AddSeconds(context.Settings.PurchaseOrderReviewSeconds);
        bool rejects = context.Settings.RejectPurchaseOrders;
        DateTimeOffset exists = rejects ? Never : end;
        yield return order with { Review = new PurchaseOrderReview { EndsAt = end, Rejects = rejects }, ProvisioningFrom = exists, CompletesAt = exists };
        IEnumerable<SubscriptionRecord> subscriptions = order.Order.LineItems.Select(line => line.SubscriptionId is { } id ? context.State.Subscription(order.CustomerId, id) : null).OfType<SubscriptionRecord>();
        foreach (SubscriptionRecord subscription in subscriptions.Where(_ => !rejects))
        {
            int months = TermDuration.Months(subscription.TermDuration);
            bool ownEnd = subscription.CommitmentEnd < Never;
            yield return subscription with
            {
                ExistsFrom = exists + order.SubscriptionLag,
                CommitmentEnd = ownEnd || months == 0 ? subscription.CommitmentEnd : exists.AddMonths(months).AddDays(-1),
            };
        }
    }
}
