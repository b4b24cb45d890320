using System.Globalization;

namespace PartnerCenterCart;

/// <summary>
/// What was charged and what was ordered of one item of one order. The totals of all of them together are the total of the invoice.
/// </summary>
public sealed class InvoiceComparison
{
    internal InvoiceComparison(InvoiceComparisonStatus status, string? currency)
    {
        Status = status;
        Currency = currency;
    }

    /// <summary>What came of it.</summary>
    public InvoiceComparisonStatus Status { get; }

    /// <summary>Tenant id of the customer.</summary>
    public string? CustomerId { get; internal init; }

    /// <summary>As the rows have it.</summary>
    public string? CustomerName { get; internal init; }

    /// <summary>The order; null where rows name none.</summary>
    public string? OrderId { get; internal init; }

    /// <summary>The subscription; null where there is none, or more than one.</summary>
    public string? SubscriptionId { get; internal init; }

    /// <summary>Product and SKU, such as <c>CFQ7TTC0LH18:0001</c>; a legacy offer; null where rows name none.</summary>
    public string? Item { get; internal init; }

    /// <summary>In words.</summary>
    public string? ItemName { get; internal init; }

    /// <summary>Rows that it is made of.</summary>
    public int Rows { get; internal init; }

    /// <summary>Rows of daily usage that explain what was charged; their amounts are in it already and count no second time.</summary>
    public int UsageRows { get; internal init; }

    /// <summary>What those rows add up to before tax, with every digit; null where there are none.</summary>
    public decimal? UsageSubtotal { get; internal init; }

    /// <summary>What the rows of the last period add up to: additions and cancellations count. Null where nothing was charged.</summary>
    public decimal? ChargedQuantity { get; internal init; }

    /// <summary>What the order says; null where there is none.</summary>
    public decimal? OrderedQuantity { get; internal init; }

    /// <summary>For one, before proration, in the billing currency.</summary>
    public decimal? ChargedUnitPrice { get; internal init; }

    /// <summary>For one; null where the order does not tell.</summary>
    public decimal? OrderedUnitPrice { get; internal init; }

    /// <summary>Before tax.</summary>
    public decimal Subtotal { get; internal init; }

    /// <summary>Tax.</summary>
    public decimal Tax { get; internal init; }

    /// <summary>With tax; negative for a credit.</summary>
    public decimal Total { get; internal init; }

    /// <summary>ISO code of the billing currency.</summary>
    public string? Currency { get; }

    /// <summary>Where the expectation is from: <c>order</c>, <c>file</c>, or null for none.</summary>
    public string? ExpectedBy { get; internal init; }

    /// <summary>What differs, in words; null where nothing does.</summary>
    public string? Difference { get; internal init; }

    /// <summary>Status, order and total in one line.</summary>
    public override string ToString() => $"{Status} {OrderId} {Item}: {Shown(Total)} {Currency}";

    // Nobody reads usage to the last of its thirteen digits; who wants them has the properties.
    internal static string Shown(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
