using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// Compares what was charged with what was ordered, by customer, order and item. Rows are added up as they come, and not held: it
/// needs memory for each item of each order, however many rows there are. Not thread-safe.
/// </summary>
public sealed class InvoiceComparer
{
    // Half a cent for each row is what rounding can come to.
    private const decimal RoundingOfARow = 0.005m;
    private const decimal SmallestRounding = 0.01m;

    private readonly InvoiceComparisonOptions options;
    private readonly Dictionary<string, Dictionary<ChargeKey, ChargeTally>> charged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<ChargeKey, ChargeTally>> used = new(StringComparer.Ordinal);
    private readonly HashSet<string> only;
    private readonly Dictionary<string, List<ExpectedItem>> expected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InvoiceComparisonSummary> summaries = new(StringComparer.Ordinal);
    private readonly HashSet<string> invoices = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset? lastCharge;
    private (DateTimeOffset Start, DateTimeOffset End)? period;
    private bool hasCharges;

    /// <summary>A comparison that begins with nothing.</summary>
    public InvoiceComparer(InvoiceComparisonOptions? options = null)
    {
        this.options = options ?? new InvoiceComparisonOptions();
        only = new HashSet<string>(this.options.CustomerIds.Select(PartnerId.Customer).Select(id => InvoiceCharge.CustomerOf(id)!), StringComparer.Ordinal);
    }

    /// <summary>Customers of the rows that were added and of what is expected, in the order in which they came.</summary>
    public IReadOnlyList<string> Customers => charged.Keys.Concat(used.Keys).Concat(expected.Keys).Distinct().Where(id => id.Length > 0).ToList();

    /// <summary>Invoices that the rows name.</summary>
    public IReadOnlyCollection<string> Invoices => invoices;

    /// <summary>Rows that say nothing of money, such as the daily usage of legacy Azure; other rows charge it.</summary>
    public long RowsWithoutAmount { get; private set; }

    /// <summary>The totals so far, one for each currency.</summary>
    public IReadOnlyCollection<InvoiceComparisonSummary> Summaries => summaries.Values;

    /// <summary>Adds a row.</summary>
    public void Add(InvoiceLineItem row) => Add(InvoiceCharge.Of(row ?? throw new ArgumentNullException(nameof(row))));

    /// <summary>Adds a row of any shape.</summary>
    /// <param name="field">Gives the value of a column by its name, null where there is none.</param>
    /// <param name="what">Names the row in an error.</param>
    /// <exception cref="PartnerException">InvalidInput: it is no row.</exception>
    public void Add(Func<string, object?> field, string what) => Add(InvoiceCharge.Of(field, what));

    /// <summary>Expects what was ordered.</summary>
    public void Expect(Order order)
    {
        foreach (ExpectedItem item in ExpectedItem.Of(order ?? throw new ArgumentNullException(nameof(order))))
        {
            Expect(item);
        }
    }

    /// <summary>Expects a row of any shape: customer, order or subscription, and what else is known. It comes before an order.</summary>
    /// <exception cref="PartnerException">InvalidInput: it does not name what it expects.</exception>
    public void Expect(Func<string, object?> field, string what) => Expect(ExpectedItem.Of(field, what));

    /// <summary>Orders of a customer that rows name and nothing of which is expected yet; they can be read one by one.</summary>
    public IReadOnlyList<string> UnknownOrders(string customerId)
    {
        string customer = InvoiceCharge.CustomerOf(customerId)!;
        List<ExpectedItem> known = ExpectedOf(customer);
        return ChargesOf(customer).Where(tally => tally.OrderId != null && !known.Any(item => SameOrder(item.OrderId, tally.OrderId)) && Expectation(tally, known) == null)
            .Select(tally => tally.OrderId!).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
    }

    /// <summary>Compares what there is of a customer, and forgets it. Rows that name no customer are an empty text's.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="isKnown">False where what was ordered could not be read, so that nothing can be said of what nobody expects.</param>
    public IReadOnlyList<InvoiceComparison> Take(string customerId, bool isKnown = true)
    {
        string customer = InvoiceCharge.CustomerOf(customerId) ?? string.Empty;
        List<ExpectedItem> known = ExpectedOf(customer);
        var results = new List<InvoiceComparison>();
        IReadOnlyCollection<ChargeTally> charges = ChargesOf(customer);
        IReadOnlyList<ChargeUsage> uncharged = hasCharges ? ChargeUsage.Assign(UsageOf(customer, charges), charges) : Array.Empty<ChargeUsage>();
        results.AddRange(charges.Select(tally => Compare(customer, tally, Expectation(tally, known), isKnown)));
        results.AddRange(uncharged.Select(usage => Uncharged(customer, usage)));
        charged.Remove(customer);
        used.Remove(customer);
        expected.Remove(customer);
        DateTimeOffset? from = options.PeriodStart ?? period?.Start ?? MonthOf(lastCharge);
        DateTimeOffset? to = options.PeriodEnd ?? period?.End ?? MonthOf(lastCharge)?.AddMonths(1).AddDays(-1);
        results.AddRange(known.Where(item => !item.IsMatched && item.IsDue(from, to)).Select(item => Missing(customer, item)));
        string? only = OnlyCurrency(results);
        results.ForEach(result => SummaryOf(result.Currency ?? only).Add(result));
        return results;
    }

    /// <summary>
    /// What lies between the rows and the total of the invoice, as a line of its own: rounding, or more than that. Null where they
    /// agree to the last digit. After all customers were taken.
    /// </summary>
    public InvoiceComparison? Settle(string? currency, decimal invoiceTotal)
    {
        InvoiceComparisonSummary summary = SummaryOf(currency?.ToUpperInvariant());
        summary.InvoiceTotal = invoiceTotal;
        decimal remainder = invoiceTotal - summary.Total;
        if (remainder == 0)
        {
            return null;
        }

        bool isRounding = Math.Abs(remainder) <= Math.Max(SmallestRounding, RoundingOfARow * summary.Rows);
        var result = new InvoiceComparison(isRounding ? InvoiceComparisonStatus.Rounding : InvoiceComparisonStatus.Unexplained, summary.Currency)
        {
            Subtotal = remainder,
            Total = remainder,
            Difference = isRounding
                ? "what rounding leaves between the rows and the invoice"
                : $"the invoice says {Shown(invoiceTotal)}, its rows add up to {Shown(summary.Total)}",
        };
        summary.Add(result);
        return result;
    }

    /// <summary>Takes from an invoice for which days it is; of several, those of all of them.</summary>
    internal void Know(Invoice invoice)
    {
        if (invoice is { BillingPeriodStartDate: { } start, BillingPeriodEndDate: { } end })
        {
            period = period is { } known ? (start < known.Start ? start : known.Start, end > known.End ? end : known.End) : (start, end);
        }
    }

    // Invoices are for calendar months in UTC; credits in them can be for earlier ones.
    private static DateTimeOffset? MonthOf(DateTimeOffset? date) => date is { } day ? new DateTimeOffset(day.UtcDateTime.Year, day.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero) : null;

    private void Add(InvoiceCharge charge)
    {
        if (!IsWanted(charge.CustomerId) && !(charge.IsDetail && charge.CustomerId == null))
        {
            return;
        }

        if (charge.InvoiceId is { } invoice)
        {
            invoices.Add(invoice);
        }

        if (!charge.HasAmount)
        {
            RowsWithoutAmount++;
            return;
        }

        string customer = charge.CustomerId ?? string.Empty;
        hasCharges |= !charge.IsDetail;
        Dictionary<string, Dictionary<ChargeKey, ChargeTally>> kind = charge.IsDetail ? used : charged;
        if (!kind.TryGetValue(customer, out Dictionary<ChargeKey, ChargeTally>? tallies))
        {
            kind[customer] = tallies = new Dictionary<ChargeKey, ChargeTally>();
        }

        ChargeKey key = ChargeKey.Of(charge);
        if (!tallies.TryGetValue(key, out ChargeTally? tally))
        {
            tallies[key] = tally = new ChargeTally(charge);
        }

        tally.Add(charge);
        lastCharge = charge.Start is { } last && !(last <= lastCharge) ? last : lastCharge;
    }

    private void Expect(ExpectedItem item)
    {
        if (!IsWanted(item.CustomerId))
        {
            return;
        }

        List<ExpectedItem> items = ExpectedOf(item.CustomerId ?? string.Empty);
        if (item.Order != null && items.Any(other => other.Order == null && IsSame(other, item)))
        {
            // A file says what was agreed; the order for the same only repeats it.
            return;
        }

        if (items.Find(other => other.IsRepeatedBy(item)) is { } same)
        {
            same.Add(item);
            return;
        }

        items.Add(item);
    }

    private bool IsWanted(string? customer) => only.Count == 0 || only.Contains(customer ?? string.Empty);

    /// <summary>Usage is a charge where there are no others, such as in a file of usage alone; beside charges it is what they are made of.</summary>
    private IReadOnlyCollection<ChargeTally> ChargesOf(string customer) => Of(hasCharges ? charged : used, customer);

    /// <summary>Rows of usage often leave the customer empty (contract: models.md, section 9); then the subscription says whose it is.</summary>
    private List<ChargeTally> UsageOf(string customer, IReadOnlyCollection<ChargeTally> charges)
    {
        List<ChargeTally> usage = customer.Length == 0 && only.Count > 0 ? new List<ChargeTally>() : Of(used, customer).ToList();
        if (customer.Length > 0 && used.TryGetValue(string.Empty, out Dictionary<ChargeKey, ChargeTally>? unnamed))
        {
            foreach (KeyValuePair<ChargeKey, ChargeTally> row in unnamed.Where(row => charges.Any(charge => Same(charge.SubscriptionId, row.Value.SubscriptionId))).ToList())
            {
                usage.Add(row.Value);
                unnamed.Remove(row.Key);
            }
        }

        return usage;
    }

    private static IReadOnlyCollection<ChargeTally> Of(Dictionary<string, Dictionary<ChargeKey, ChargeTally>> kind, string customer) =>
        kind.TryGetValue(customer, out Dictionary<ChargeKey, ChargeTally>? tallies) ? tallies.Values : Array.Empty<ChargeTally>();

    private List<ExpectedItem> ExpectedOf(string customer)
    {
        if (!expected.TryGetValue(customer, out List<ExpectedItem>? items))
        {
            expected[customer] = items = new List<ExpectedItem>();
        }

        return items;
    }

    private static bool IsSame(ExpectedItem file, ExpectedItem order) =>
        (SameOrder(file.OrderId, order.OrderId) || Same(file.SubscriptionId, order.SubscriptionId)) && (file.Item == null || order.Item == null || file.Item == order.Item);

    /// <summary>By order and item; by order alone where one of them names no item; by subscription for renewals, whose order is a new one.</summary>
    private static ExpectedItem? Expectation(ChargeTally tally, List<ExpectedItem> known)
    {
        List<ExpectedItem> ofOrder = known.Where(item => SameOrder(item.OrderId, tally.OrderId)).ToList();
        return ofOrder.Find(item => item.Item != null && item.Item == tally.Item)
            ?? ofOrder.Find(item => Same(item.SubscriptionId, tally.SubscriptionId))
            ?? (ofOrder.Count == 1 && (ofOrder[0].Item == null || tally.Item == null || !ofOrder[0].Item!.Contains(":")) ? ofOrder[0] : null)
            ?? known.Find(item => Same(item.SubscriptionId, tally.SubscriptionId));
    }

    private InvoiceComparison Compare(string customer, ChargeTally tally, ExpectedItem? item, bool isKnown)
    {
        if (item != null)
        {
            item.IsMatched = true;
        }

        bool quantityDiffers = item?.Quantity is { } ordered && !tally.IsUsage && ordered != tally.Quantity;
        bool priceDiffers = item?.UnitPrice is { } agreed && !tally.IsUsage && tally.Price is { } price && !price.Keeps(agreed, item.ListPrice, options.PriceTolerance)
            && (item.Currency == null || tally.Currency == null || item.Currency == tally.Currency);
        decimal? chargedPrice = tally.Price?.Against(item?.UnitPrice, options.PriceTolerance);
        InvoiceComparisonStatus status = item == null ? (isKnown ? InvoiceComparisonStatus.NotOrdered : InvoiceComparisonStatus.NotCompared)
            : tally.Usage is { IsExact: false } ? InvoiceComparisonStatus.UsageDiffers
            : tally.IsUsage ? InvoiceComparisonStatus.Usage
            : quantityDiffers && priceDiffers ? InvoiceComparisonStatus.QuantityAndPriceDiffer
            : quantityDiffers ? InvoiceComparisonStatus.QuantityDiffers
            : priceDiffers ? InvoiceComparisonStatus.PriceDiffers
            : InvoiceComparisonStatus.Matched;
        return new InvoiceComparison(status, tally.Currency)
        {
            CustomerId = customer.Length == 0 ? null : customer,
            CustomerName = tally.CustomerName,
            OrderId = tally.OrderId ?? item?.OrderId,
            SubscriptionId = tally.SubscriptionId ?? item?.SubscriptionId,
            Item = tally.Item ?? item?.Item,
            ItemName = tally.ItemName ?? item?.ItemName,
            Rows = tally.Rows,
            UsageRows = tally.Usage?.Rows ?? 0,
            UsageSubtotal = tally.Usage?.Subtotal,
            ChargedQuantity = tally.Quantity,
            OrderedQuantity = item?.Quantity,
            ChargedUnitPrice = chargedPrice,
            OrderedUnitPrice = item?.UnitPrice,
            Subtotal = tally.Subtotal,
            Tax = tally.Tax,
            Total = tally.Total,
            ExpectedBy = item?.By,
            Difference = item == null && !isKnown ? "the orders of the customer could not be read" : Words(quantityDiffers, priceDiffers ? chargedPrice : null, tally, item),
        };
    }

    /// <summary>Usage that nothing charges: no money of the invoice, so that it counts for no total.</summary>
    private static InvoiceComparison Uncharged(string customer, ChargeUsage usage) =>
        new(usage.IsExact ? InvoiceComparisonStatus.Usage : InvoiceComparisonStatus.UsageDiffers, usage.First.Currency)
        {
            CustomerId = customer.Length == 0 ? null : customer,
            CustomerName = usage.First.CustomerName,
            OrderId = usage.First.OrderId,
            SubscriptionId = usage.First.SubscriptionId,
            Item = usage.First.Item,
            ItemName = usage.First.ItemName,
            UsageRows = usage.Rows,
            UsageSubtotal = usage.Subtotal,
            Difference = usage.IsExact ? null : $"usage of {Shown(usage.Subtotal)}, and no row charges it",
        };

    private static InvoiceComparison Missing(string customer, ExpectedItem item) => new(InvoiceComparisonStatus.NotCharged, item.Currency)
    {
        CustomerId = customer,
        OrderId = item.OrderId,
        SubscriptionId = item.SubscriptionId,
        Item = item.Item,
        ItemName = item.ItemName,
        OrderedQuantity = item.Quantity,
        OrderedUnitPrice = item.UnitPrice,
        ExpectedBy = item.By,
        Difference = "ordered, and no row charges it",
    };

    private static string? Words(bool quantityDiffers, decimal? otherPrice, ChargeTally tally, ExpectedItem? item)
    {
        if (item == null)
        {
            return tally.OrderId == null ? "charged without an order" : "charged, and nobody knows of the order";
        }

        var words = new List<string>();
        if (quantityDiffers)
        {
            words.Add($"quantity {Shown(tally.Quantity)}, ordered {Shown(item.Quantity!.Value)}");
        }

        if (otherPrice is { } price)
        {
            words.Add($"price {Shown(price)}, ordered {Shown(item.UnitPrice!.Value)}");
        }

        if (tally.Usage is { IsExact: false } usage)
        {
            words.Add($"charged {Shown(usage.Charged)}, its usage adds up to {Shown(usage.Subtotal)}");
        }

        return words.Count == 0 ? null : string.Join("; ", words);
    }

    // What was expected can lack its currency; where there is one only, it is that one.
    private string? OnlyCurrency(List<InvoiceComparison> results)
    {
        List<string> all = summaries.Values.Select(summary => summary.Currency).Concat(results.Select(result => result.Currency)).OfType<string>().Distinct().ToList();
        return all.Count == 1 ? all[0] : null;
    }

    private InvoiceComparisonSummary SummaryOf(string? currency)
    {
        string key = currency ?? string.Empty;
        if (!summaries.TryGetValue(key, out InvoiceComparisonSummary? summary))
        {
            summaries[key] = summary = new InvoiceComparisonSummary(currency);
        }

        return summary;
    }

    private static bool SameOrder(string? left, string? right) => Same(left, right);

    private static bool Same(string? left, string? right) => left != null && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Shown(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
