using System;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>
/// What the lines of a made invoice look like. They repeat, apart from their own numbers, after as many lines as there are made customers,
/// so that their sum needs no counting through and one line of text serves thousands.
/// </summary>
internal sealed class LinePattern(InvoiceRecord invoice, LineKind kind)
{
    /// <summary>After so many lines the amounts repeat.</summary>
    public const int Period = 171;

    /// <summary>Stands for the line's own number; it is in no other text, needs no escape, and is as long as a modern order id.</summary>
    public const string Mark = "~line~line~~";

    private static readonly string[][] Products =
    [
        ["CFQ7TTC0LFLX", "0001", "CFQ7TTC0LB30", "Microsoft 365 E3", "33.75"],
        ["CFQ7TTC0LFLZ", "0002", "CFQ7TTC0K4TS", "Microsoft 365 E5", "54.75"],
        ["CFQ7TTC0LH18", "0001", "CFQ7TTC0K971", "Microsoft 365 Business Basic", "5.4"],
        ["CFQ7TTC0LDPB", "0001", "CFQ7TTC0LDPA", "Microsoft 365 Business Standard", "11.25"],
        ["CFQ7TTC0LH2Z", "0002", "CFQ7TTC0HRVK", "Dynamics 365 Sales Professional", "58.5"],
        ["CFQ7TTC0HD33", "0003", "CFQ7TTC0HD3V", "Visio Plan 1", "4.5"],
        ["CFQ7TTC0LFLS", "0002", "CFQ7TTC0KDLJ", "Power Automate per user plan", "13.5"],
        ["CFQ7TTC0LF8Q", "0001", "CFQ7TTC0LF8A", "Office 365 E1", "7.13"],
    ];

    public Charge At(int position)
    {
        DateTimeOffset month = BillingCalendar.PeriodOf(invoice.Date);
        ulong hash = StableHash.Of(invoice.Seed.ToString(CultureInfo.InvariantCulture) + "/" + kind + "/" + position.ToString(CultureInfo.InvariantCulture));
        DateTimeOffset day = month.AddDays(position % DateTime.DaysInMonth(month.Year, month.Month));
        var charge = new Charge
        {
            Kind = kind,
            Currency = invoice.Currency,
            InvoiceNumber = invoice.Id,
            Customer = MadeCustomers.Make(position + 1),
            OrderId = Mark,
            OrderDate = day,
            SubscriptionId = "b1000000-0000-4000-8000-" + Mark,
            ReferenceId = "f1000000-0000-4000-8000-" + Mark,
            PublisherName = "Microsoft Corporation",
            ChargeStart = day,
            ChargeEnd = day.AddMonths(1).AddDays(-1),
        };
        return kind is LineKind.Purchase or LineKind.Licence ? Seats(charge, position, hash) : Used(charge, month, hash);
    }

    private static Charge Seats(Charge charge, int position, ulong hash)
    {
        string[] product = Products[hash % (ulong)Products.Length];
        decimal price = decimal.Parse(product[4], CultureInfo.InvariantCulture);
        int quantity = 1 + (int)(hash / 64 % 60);
        bool credit = position % 11 == 7;
        bool promoted = position % 5 == 3;
        // Seats that are given back in the middle of a month, and seats that are bought in its middle, cost a part.
        decimal share = credit ? 0.6m : position % 7 == 2 ? 0.3666667m : 1;
        decimal effective = position % 13 == 12 ? 0 : Math.Round(price * (promoted ? 0.85m : 1) * share, 6);
        decimal subtotal = Money.Round(effective * (credit ? -quantity : quantity));
        return charge with
        {
            ProductId = product[0],
            SkuId = product[1],
            AvailabilityId = product[2],
            ProductName = product[3],
            SkuName = product[3],
            OfferId = "91FD106F-4B2C-4938-95AC-F54F74E9A239",
            ChargeType = credit ? "removeQuantity" : share < 1 ? "addQuantity" : "cycleCharge",
            UnitPrice = price,
            EffectiveUnitPrice = effective,
            Quantity = credit ? -quantity : quantity,
            Subtotal = subtotal,
            Tax = Money.Tax(subtotal, charge.Customer.Country),
            SubscriptionStart = charge.ChargeStart.AddMonths(-2),
            SubscriptionEnd = charge.ChargeStart.AddMonths(10).AddDays(-1),
            TermAndCycle = "One-Year commitment for monthly/yearly billing",
            BillingFrequency = "Monthly",
            PriceAdjustments = promoted ? "[\"15.0% Promotion\",\"Price for given billing period\"]" : "[\"Price for given billing period\"]",
            PromotionId = promoted ? "39NFJQT1PM6C:0005:39NFJQT1Q5L7" : string.Empty,
            CreditReason = credit ? "Partial refund" : string.Empty,
        };
    }

    private Charge Used(Charge charge, DateTimeOffset month, ulong hash)
    {
        Meter meter = Meter.All[hash % (ulong)Meter.All.Length];
        decimal quantity = Math.Round(24m * (1 + (hash / 64 % 1000)) / 1000, 6);
        decimal rate = kind == LineKind.RatedUsage ? Money.RateFromDollars(invoice.Currency) : 1;
        decimal pricing = Math.Round(quantity * meter.Price, 15);
        decimal subtotal = Money.Round(pricing * 30);
        return charge with
        {
            ProductId = "DZH318Z0BPS6",
            SkuId = "0001",
            AvailabilityId = "DZH318Z0BPM1",
            ProductName = "Microsoft Azure plan",
            SkuName = "Microsoft Azure plan",
            UnitPrice = meter.Price,
            EffectiveUnitPrice = meter.Price,
            Quantity = kind == LineKind.AzureCost ? quantity * 30 : quantity,
            Subtotal = subtotal,
            Tax = Money.Tax(subtotal, charge.Customer.Country),
            ChargeStart = month,
            ChargeEnd = month.AddMonths(1).AddDays(-1),
            UsageDate = charge.ChargeStart,
            EntitlementId = "e1000000-0000-4000-8000-" + Mark,
            Meter = meter,
            PricingCurrency = kind == LineKind.RatedUsage ? Market.PartnerCurrency : invoice.Currency,
            ExchangeRate = rate,
            PricingTotal = pricing,
            PartnerCredit = hash / 8192 % 4 == 0 ? 0.15m : 0,
        };
    }
}
