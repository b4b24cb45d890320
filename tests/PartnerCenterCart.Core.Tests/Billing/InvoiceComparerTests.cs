using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What was charged against what was ordered.</summary>
public class InvoiceComparerTests
{
    private const string Customer = Sample.CustomerId;
    private const string Sku = "CFQ7TTC0LH18:0001";
    private static readonly DateTimeOffset Start = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2025, 6, 30, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_charge_as_ordered_is_matched()
    {
        InvoiceComparison result = Single(new[] { Charge("o1", 20, 10m) }, Order("o1", 20, 10m));

        Assert.Equal((InvoiceComparisonStatus.Matched, 20m, 20m, 10m, 10m), (result.Status, result.ChargedQuantity, result.OrderedQuantity, result.ChargedUnitPrice, result.OrderedUnitPrice));
        Assert.Equal((200m, 38m, 238m, "USD", "order"), (result.Subtotal, result.Tax, result.Total, result.Currency, result.ExpectedBy));
        Assert.Null(result.Difference);
    }

    [Theory]
    [InlineData(21, 10, InvoiceComparisonStatus.QuantityDiffers)]
    [InlineData(20, 11, InvoiceComparisonStatus.PriceDiffers)]
    [InlineData(19, 9, InvoiceComparisonStatus.QuantityAndPriceDiffer)]
    [InlineData(20, 10.004, InvoiceComparisonStatus.Matched)]
    public void Another_quantity_or_price_is_told(int quantity, double price, InvoiceComparisonStatus status)
    {
        InvoiceComparison result = Single(new[] { Charge("o1", quantity, (decimal)price) }, Order("o1", 20, 10m));

        Assert.Equal(status, result.Status);
        Assert.Equal(status != InvoiceComparisonStatus.Matched, result.Difference != null);
    }

    // Agreed on 9 of a list price of 10: charged with the promotion, without it, for a part of a cycle, by another list, by a price of its own.
    [Theory]
    [InlineData(10, 9, true, 9)]
    [InlineData(10, 10, false, 10)]
    [InlineData(10, 3, true, 10)]
    [InlineData(10, 9.5, false, 9.5)]
    [InlineData(12, 4, false, 12)]
    [InlineData(9, 9, true, 9)]
    public void A_promotion_is_part_of_the_price(double listed, double effective, bool isMatched, double shown)
    {
        ReconciliationLineItem charge = Charge("o1", 20, (decimal)listed);
        charge.EffectiveUnitPrice = (decimal)effective;
        Order order = Order("o1", 20, 9m);
        order.LineItems![0].Pricing!.ListPrice = 10m;

        InvoiceComparison result = Single(new[] { charge }, order);

        Assert.Equal((isMatched ? InvoiceComparisonStatus.Matched : InvoiceComparisonStatus.PriceDiffers, (decimal)shown), (result.Status, result.ChargedUnitPrice));
        Assert.Equal(isMatched ? null : FormattableString.Invariant($"price {shown}, ordered 9"), result.Difference);
    }

    [Fact]
    public void What_nobody_ordered_and_what_nobody_charged_are_told_apart()
    {
        var comparer = new InvoiceComparer();
        comparer.Add(Charge("unknown", 5, 4m));
        comparer.Expect(Order("o2", 7, 3m));

        IReadOnlyList<InvoiceComparison> results = comparer.Take(Customer);

        Assert.Equal(new[] { (InvoiceComparisonStatus.NotOrdered, "unknown"), (InvoiceComparisonStatus.NotCharged, "o2") }, results.Select(result => (result.Status, result.OrderId!)));
        Assert.Equal((0m, null), (results[1].Total, results[1].ChargedQuantity));
    }

    [Fact]
    public void Additions_and_cancellations_in_the_middle_of_a_cycle_count_for_its_quantity()
    {
        InvoiceComparison result = Single(
            new[] { Charge("o1", 20, 10m), Charge("o1", 5, 10m, effective: 4m, start: Start.AddDays(12)), Charge("o1", 3, 10m, effective: -6m, start: Start.AddDays(20)) },
            Order("o1", 22, 10m));

        Assert.Equal((InvoiceComparisonStatus.Matched, 22m, 3), (result.Status, result.ChargedQuantity, result.Rows));
        Assert.Equal(200m + 20m - 18m, result.Subtotal);
    }

    [Fact]
    public void Two_cycles_on_one_invoice_are_compared_by_the_later_one()
    {
        ReconciliationLineItem second = Charge("o1", 30, 10m, start: End.AddDays(1), end: End.AddDays(31));

        Assert.Equal(InvoiceComparisonStatus.Matched, Single(new[] { Charge("o1", 20, 10m), second }, Order("o1", 30, 10m)).Status);
    }

    [Fact]
    public void A_renewal_is_found_by_its_subscription()
    {
        ReconciliationLineItem renewal = Charge("renewed-order", 20, 10m);
        Order order = Order("o1", 20, 10m);
        renewal.SubscriptionId = order.LineItems![0].SubscriptionId!.ToUpperInvariant();

        Assert.Equal(InvoiceComparisonStatus.Matched, Single(new[] { renewal }, order).Status);
    }

    [Fact]
    public void Lines_of_one_order_for_the_same_thing_belong_together()
    {
        Order order = Order("o1", 20, 10m);
        order.LineItems!.Add(Order("o1", 5, 10m).LineItems![0]);

        Assert.Equal((InvoiceComparisonStatus.Matched, 25m), (Single(new[] { Charge("o1", 25, 10m) }, order).Status, 25m));
    }

    [Fact]
    public void Several_items_of_one_order_are_told_apart()
    {
        Order order = Order("o1", 20, 10m);
        order.LineItems!.Add(Order("o1", 5, 3m, "CFQ7TTC0P0HP:000J:CFQ7TTC0X").LineItems![0]);
        ReconciliationLineItem other = Charge("o1", 6, 3m);
        (other.ProductId, other.SkuId) = ("CFQ7TTC0P0HP", "000J");

        Assert.Equal(new[] { InvoiceComparisonStatus.Matched, InvoiceComparisonStatus.QuantityDiffers }, Compare(new[] { Charge("o1", 20, 10m), other }, order).Select(result => result.Status));
    }

    [Fact]
    public void Usage_follows_no_ordered_quantity()
    {
        Order order = Order("plan", 1, null, "DZH318Z0BPS6:0001");
        var row = new ReconciliationUsageLineItem
        {
            CustomerId = Customer, SubscriptionId = order.LineItems![0].SubscriptionId, Quantity = 0.123456m, BillingPreTaxTotal = 1.2345678m, BillingCurrency = "EUR", UsageDate = Start,
        };

        InvoiceComparison result = Single(new InvoiceLineItem[] { row }, order);

        Assert.Equal((InvoiceComparisonStatus.Usage, 1.2345678m, "EUR", "plan"), (result.Status, result.Total, result.Currency, result.OrderId));
    }

    [Theory]
    [InlineData("monthly", -300, true)]
    [InlineData("annual", -300, false)]
    [InlineData("annual", 3, true)]
    [InlineData("monthly", 40, false)]
    public void Only_what_is_due_in_the_period_is_missed(string cycle, int days, bool isMissed)
    {
        Order order = Order("o1", 5, 10m);
        (order.BillingCycle, order.CreationDate) = (cycle, Start.AddDays(days));
        var comparer = new InvoiceComparer(new InvoiceComparisonOptions { PeriodStart = Start, PeriodEnd = End });
        comparer.Expect(order);

        Assert.Equal(isMissed ? 1 : 0, comparer.Take(Customer).Count);
    }

    [Theory]
    [InlineData("cancelled", 5)]
    [InlineData("completed", 0)]
    [InlineData("pending", 5)]
    public void What_was_cancelled_or_is_pending_is_not_missed(string status, int quantity)
    {
        Order order = Order("o1", quantity, 10m);
        order.Status = status;

        Assert.Empty(Compare(Array.Empty<InvoiceLineItem>(), order));
    }

    [Fact]
    public void Totals_and_the_remainder_are_the_total_of_the_invoice_to_the_cent()
    {
        var comparer = new InvoiceComparer();
        var random = new Random(7);
        for (int i = 0; i < 500; i++)
        {
            ReconciliationLineItem row = Charge("o" + (i % 40), random.Next(1, 30), random.Next(1, 99999) / 1000m);
            row.TaxTotal = row.Subtotal * 0.19m;
            row.Total = row.Subtotal + row.TaxTotal;
            comparer.Add(row);
        }

        List<InvoiceComparison> results = comparer.Take(Customer).ToList();
        decimal invoice = Math.Round(comparer.Summaries.Single().Total, 2) + 0.07m;
        InvoiceComparison remainder = comparer.Settle("usd", invoice)!;

        Assert.Equal(InvoiceComparisonStatus.Rounding, remainder.Status);
        Assert.Equal(invoice, results.Sum(result => result.Total) + remainder.Total);
        InvoiceComparisonSummary summary = comparer.Summaries.Single();
        Assert.Equal((invoice, remainder.Total, 500L), (summary.InvoiceTotal, summary.Remainder, summary.Rows));
    }

    [Fact]
    public void More_than_rounding_is_not_called_rounding()
    {
        var comparer = new InvoiceComparer();
        comparer.Add(Charge("o1", 20, 10m));
        comparer.Take(Customer);

        InvoiceComparison remainder = comparer.Settle("USD", 240m)!;

        Assert.Equal((InvoiceComparisonStatus.Unexplained, 2m), (remainder.Status, remainder.Total));
        Assert.False(comparer.Summaries.Single().IsClean);
    }

    [Fact]
    public void A_total_that_agrees_has_no_remainder()
    {
        var comparer = new InvoiceComparer();
        comparer.Add(Charge("o1", 20, 10m));
        comparer.Expect(Order("o1", 20, 10m));
        comparer.Take(Customer);

        Assert.Null(comparer.Settle("USD", 238m));
        Assert.True(comparer.Summaries.Single().IsClean);
    }

    [Fact]
    public void Currencies_are_never_added_together()
    {
        var comparer = new InvoiceComparer();
        ReconciliationLineItem euros = Charge("o1", 1, 1m);
        euros.Currency = "EUR";
        comparer.Add(Charge("o1", 1, 2m));
        comparer.Add(euros);

        Assert.Equal(2, comparer.Take(Customer).Count);
        Assert.Equal(new[] { ("USD", 2.38m), ("EUR", 1.19m) }, comparer.Summaries.Select(summary => (summary.Currency!, summary.Total)));
    }

    [Fact]
    public void A_price_of_the_price_list_is_compared_in_the_billing_currency()
    {
        ReconciliationLineItem row = Charge("o1", 20, 11m);
        (row.PricingCurrency, row.PcToBCExchangeRate) = ("EUR", 10m / 11m);

        Assert.Equal(InvoiceComparisonStatus.Matched, Single(new[] { row }, Order("o1", 20, 10m)).Status);
    }

    [Fact]
    public void A_file_says_what_was_agreed_and_comes_before_the_order()
    {
        var comparer = new InvoiceComparer();
        comparer.Add(Charge("o1", 20, 9m));
        comparer.Expect(Fields(("CustomerId", Customer), ("OrderId", "O1"), ("Quantity", "20"), ("UnitPrice", "9.00")), "row 1");
        comparer.Expect(Order("o1", 20, 10m));

        InvoiceComparison result = Assert.Single(comparer.Take(Customer));

        Assert.Equal((InvoiceComparisonStatus.Matched, "file"), (result.Status, result.ExpectedBy));
    }

    [Fact]
    public void Rows_of_any_shape_are_read_whatever_the_culture()
    {
        using var culture = new CultureScope("de-DE");
        var comparer = new InvoiceComparer();
        comparer.Add(Fields(("customerid", "ORG:" + Customer), ("OrderId", "o1"), ("Subtotal", "-12.50"), ("TaxTotal", 1.5d), ("Currency", "usd"), ("Quantity", "2")), "row 1");

        InvoiceComparison result = Assert.Single(comparer.Take(Customer));

        Assert.Equal((-12.50m, 1.5m, -11.00m, -2m), (result.Subtotal, result.Tax, result.Total, result.ChargedQuantity));
    }

    [Fact]
    public void What_is_no_row_is_refused_with_its_place()
    {
        PartnerException refused = Assert.Throws<PartnerException>(() => new InvoiceComparer().Add(Fields(("Name", "x")), "Row 3"));

        Assert.Equal(PartnerErrorKind.InvalidInput, refused.Kind);
        Assert.StartsWith("Row 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Orders_that_a_list_does_not_have_yet_can_be_asked_for()
    {
        var comparer = new InvoiceComparer();
        comparer.Add(Charge("o1", 20, 10m));
        comparer.Add(Charge("o2", 20, 10m));
        comparer.Expect(Order("o1", 20, 10m));

        Assert.Equal(new[] { "o2" }, comparer.UnknownOrders(Customer));
    }

    [Fact]
    public void Rows_without_money_are_counted_and_left_out()
    {
        var comparer = new InvoiceComparer();
        comparer.Add(new DailyUsageLineItem { CustomerId = Customer, ConsumedQuantity = 3 });

        Assert.Empty(comparer.Take(Customer));
        Assert.Equal(1, comparer.RowsWithoutAmount);
    }

    [Theory]
    [InlineData(12.346, InvoiceComparisonStatus.Usage)]
    [InlineData(13.50, InvoiceComparisonStatus.UsageDiffers)]
    public void Usage_beside_charges_explains_them_and_is_not_counted_twice(double used, InvoiceComparisonStatus status)
    {
        Order order = Order("plan", 1, null, "DZH318Z0BPS6:0001");
        string subscription = order.LineItems![0].SubscriptionId!;
        ReconciliationLineItem charge = Charge("plan", 1, 12.35m);
        (charge.ProductId, charge.SubscriptionId, charge.TaxTotal, charge.Total) = ("DZH318Z0BPS6", subscription, 2.35m, 14.70m);
        var comparer = new InvoiceComparer();
        comparer.Add(charge);

        // As the service often leaves it: without a customer.
        comparer.Add(new ReconciliationUsageLineItem { SubscriptionId = subscription.ToUpperInvariant(), BillingPreTaxTotal = 2.3456789m, BillingCurrency = "USD", UsageDate = Start });
        comparer.Add(new ReconciliationUsageLineItem { CustomerId = Customer, SubscriptionId = subscription, BillingPreTaxTotal = (decimal)used - 2.3456789m, BillingCurrency = "USD", UsageDate = End });
        comparer.Expect(order);

        InvoiceComparison result = Assert.Single(comparer.Take(Customer));
        Assert.Empty(comparer.Take(string.Empty));

        Assert.Equal((status, 14.70m, 1, 2, (decimal?)(decimal)used), (result.Status, result.Total, result.Rows, result.UsageRows, result.UsageSubtotal));
        Assert.Equal(status == InvoiceComparisonStatus.Usage ? null : "charged 12.35, its usage adds up to 13.5", result.Difference);
        Assert.Null(comparer.Settle("USD", 14.70m));
        Assert.Equal(status == InvoiceComparisonStatus.Usage, comparer.Summaries.Single().IsClean);
        Assert.Equal("0 matched, 0 not ordered, 0 not charged, " + (status == InvoiceComparisonStatus.Usage ? 0 : 1) + " different; 14.70 USD", comparer.Summaries.Single().ToString());
    }

    [Fact]
    public void Usage_that_nothing_charges_is_told_and_is_no_money_of_the_invoice()
    {
        var comparer = new InvoiceComparer();
        comparer.Add(Charge("o1", 20, 10m));
        comparer.Add(new DailyRatedUsageLineItem { CustomerId = Customer, SubscriptionId = "other", BillingPreTaxTotal = 7m, BillingCurrency = "USD", UsageDate = Start });
        comparer.Expect(Order("o1", 20, 10m));

        IReadOnlyList<InvoiceComparison> results = comparer.Take(Customer);

        Assert.Equal((InvoiceComparisonStatus.UsageDiffers, 0m, (decimal?)7m, "usage of 7, and no row charges it"), (results[1].Status, results[1].Total, results[1].UsageSubtotal, results[1].Difference));
        Assert.Null(comparer.Settle("USD", 238m));
        Assert.False(comparer.Summaries.Single().IsClean);
    }

    [Fact]
    public void Other_customers_are_passed_over_where_some_are_chosen()
    {
        var comparer = new InvoiceComparer(new InvoiceComparisonOptions { CustomerIds = new[] { Customer.ToUpperInvariant() } });
        comparer.Add(Charge("o1", 20, 10m));
        ReconciliationLineItem other = Charge("o2", 5, 10m);
        other.CustomerId = "11111111-2222-3333-4444-555555555555";
        comparer.Add(other);

        Assert.Equal(Customer, Assert.Single(comparer.Customers));
        Assert.Single(comparer.Take(Customer));
        Assert.Equal(238m, comparer.Summaries.Single().Total);
    }

    private static InvoiceComparison Single(IEnumerable<InvoiceLineItem> rows, Order order) => Assert.Single(Compare(rows, order));

    private static IReadOnlyList<InvoiceComparison> Compare(IEnumerable<InvoiceLineItem> rows, Order order)
    {
        var comparer = new InvoiceComparer();
        rows.ToList().ForEach(comparer.Add);
        comparer.Expect(order);
        return comparer.Take(Customer.ToUpperInvariant());
    }

    private static ReconciliationLineItem Charge(string orderId, int quantity, decimal price, decimal? effective = null, DateTimeOffset? start = null, DateTimeOffset? end = null)
    {
        decimal subtotal = quantity * (effective ?? price);
        return new ReconciliationLineItem
        {
            CustomerId = Customer, OrderId = orderId, ProductId = "CFQ7TTC0LH18", SkuId = "0001", Quantity = quantity, UnitPrice = price, Subtotal = subtotal,
            TaxTotal = subtotal * 0.19m, Total = subtotal * 1.19m, Currency = "USD", ChargeStartDate = start ?? Start, ChargeEndDate = end ?? End,
        };
    }

    private static Order Order(string id, int quantity, decimal? price, string? item = null) => new()
    {
        Id = id, ReferenceCustomerId = Customer, Status = "completed", BillingCycle = "monthly", CurrencyCode = "USD", CreationDate = Start.AddDays(1),
        LineItems = new List<OrderLineItem>
        {
            new() { OfferId = item ?? Sku + ":CFQ7TTC0K5DM", Quantity = quantity, SubscriptionId = "a4c1340d-6911-4758-bba3-0c4c6007d161", Pricing = price == null ? null : new Pricing { Price = price } },
        },
    };

    private static Func<string, object?> Fields(params (string Name, object? Value)[] fields) =>
        name => fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
}
