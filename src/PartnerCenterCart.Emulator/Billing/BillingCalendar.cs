using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Billing periods are calendar months in UTC; the invoice of a month comes on the eighth of the next.</summary>
internal static class BillingCalendar
{
    /// <summary>Later periods of new commerce are served by reconciliation v2 alone (endpoints.md, Retirement).</summary>
    public static readonly DateTimeOffset LastV1Period = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Earlier periods are served by the older API alone.</summary>
    public static readonly DateTimeOffset FirstV2Period = new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>From here on unbilled lines of new commerce come from v2 alone (newer-facts.md).</summary>
    public static readonly DateTimeOffset UnbilledV1End = new(2026, 3, 15, 0, 0, 0, TimeSpan.Zero);

    private const int InvoiceDay = 8;

    public static DateTimeOffset Month(DateTimeOffset moment) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset InvoiceDate(DateTimeOffset period) => period.AddMonths(1).AddDays(InvoiceDay - 1);

    /// <summary>The month that an invoice of this date is for.</summary>
    public static DateTimeOffset PeriodOf(DateTimeOffset invoiceDate) => Month(invoiceDate).AddMonths(-1);
}
