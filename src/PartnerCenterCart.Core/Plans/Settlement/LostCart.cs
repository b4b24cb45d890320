using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// A cart that is gone, and whose checkout may have been made before: whether its rows were bought is looked up in the customer's
/// orders. Silence counts only when the list had the time to know.
/// </summary>
internal sealed class LostCart
{
    // The list may be 15 minutes behind (contract: behaviours.md, section 8); clocks may differ by some more.
    private static readonly TimeSpan ListLag = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(10);

    private readonly PartnerClient client;
    private readonly IPurchaseJournal journal;

    public LostCart(PartnerClient client, IPurchaseJournal journal)
    {
        this.client = client;
        this.journal = journal;
    }

    /// <summary>Why it cannot be said yet; null once it can.</summary>
    public string? Doubt { get; private set; }

    /// <summary>What the rows have become; empty where they were certainly not bought, null where that is open.</summary>
    public async Task<IReadOnlyList<JournalOrderLine>?> FindAsync(string customerId, IReadOnlyList<(PurchasePlanRow Row, string? Item)> rows, CartProgress progress, CancellationToken stop)
    {
        // Read before the list: what is bought while it is read must not count as waited for.
        DateTimeOffset now = client.Clock.UtcNow;
        List<Order> candidates = await CandidatesAsync(customerId, progress.OldestOrder!.Value - ClockDifference, stop).ConfigureAwait(false);
        var labelled = new OrderMatch(candidates);
        labelled.Take(rows, onlyLabelled: true);
        if (labelled.Found.Count == rows.Count)
        {
            return labelled.Found.Values.SelectMany(lines => lines).ToList();
        }

        var similar = new OrderMatch(candidates);
        similar.Take(rows, onlyLabelled: false);
        if (labelled.Found.Count > 0)
        {
            Doubt = $"{labelled.Found.Count} of its {rows.Count} rows are among the customer's orders";
        }
        else if (similar.Found.Count > 0)
        {
            Doubt = $"order {similar.Found.Values.First()[0].OrderId} holds the same under another name, and nothing tells whose it is";
        }
        else if (candidates.Find(order => order.LineItems?.Exists(line => line != null && rows.Any(row => MayHaveBeen(row.Row, row.Item, line))) == true) is { } changed)
        {
            Doubt = $"order {changed.Id} looks like it, but holds another quantity or item";
        }
        else if (now < progress.CheckoutAt!.Value + ListLag)
        {
            Doubt = "the list of orders may lag behind";
        }

        return Doubt == null ? Array.Empty<JournalOrderLine>() : null;
    }

    // Orders change after the purchase: seats are added, what was cancelled has none.
    private static bool MayHaveBeen(PurchasePlanRow row, string? item, OrderLineItem line) => PlanCart.LabelOf(row) is { } label
        ? string.Equals(line.FriendlyName, label, StringComparison.Ordinal)
        : string.Equals(line.OfferId, item, StringComparison.OrdinalIgnoreCase);

    private async Task<List<Order>> CandidatesAsync(string customerId, DateTimeOffset from, CancellationToken stop)
    {
        var candidates = new List<Order>();
        Page<Order>? page = await client.Customers.ById(customerId).Orders.GetAsync(cancellationToken: stop).ConfigureAwait(false);
        for (; page != null; page = await page.NextAsync(stop).ConfigureAwait(false))
        {
            // What another row has become is not this one's; of what has no date nobody knows.
            candidates.AddRange(page.Items.Where(order => (order.CreationDate == null || order.CreationDate >= from) && order.Id != null && !journal.IsTaken(order.Id)));
        }

        return candidates;
    }
}
