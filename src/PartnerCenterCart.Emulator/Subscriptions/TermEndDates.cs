using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>subscriptions.customTermEndDates: the dates that <see cref="TermEndCheck"/> accepts (behaviours.md section 7, rules).</summary>
internal sealed class TermEndDates(CatalogIndex catalog)
{
    private const int PageSize = 300;

    private static readonly string[] Durations = ["P1M", "P1Y", "P3Y"];

    public EmulatorResponse Answer(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        string duration = context.Query["term_duration"] ?? throw new ServiceFault("3000", "The term_duration is missing; use P1M, P1Y or P3Y.");
        if (!Durations.Contains(duration, StringComparer.OrdinalIgnoreCase))
        {
            throw new ServiceFault("800121", "'" + duration + "' is no term_duration; use P1M, P1Y or P3Y.");
        }

        List<TermEndDate> dates = Dates(context, customer, Start(context), TermDuration.Months(duration));
        string query = PageLink.Self(context);
        int size = Math.Min(PageSize, context.Settings.PageSize ?? PageSize);
        int start = context.Request.Header(ContinuationToken.Header) is { Length: > 0 } token ? ContinuationToken.Read(token, query, context) : 0;
        EmulatorResponse answer = EmulatorResponse.Json(200, new ResourceCollection<TermEndDate>
        {
            TotalCount = dates.Count,
            Items = dates.Skip(start).Take(size),
            Links = ResourceLinks.To(query),
        });
        // This one operation tells the token in a header of the answer (endpoints.md).
        return start + size < dates.Count ? answer.With(ContinuationToken.Header, ContinuationToken.Make(start + size, query, context)) : answer;
    }

    private static DateTime Start(OperationContext context)
    {
        DateTime today = context.Now.UtcDateTime.Date;
        if (context.Query["term_start_date"] is not { } text)
        {
            return today;
        }

        return Timestamp.TryParse(text, out DateTimeOffset start) && start.UtcDateTime.Date >= today
            ? start.UtcDateTime.Date
            : throw new ServiceFault("3000", "The term_start_date is no date, or in the past.");
    }

    private List<TermEndDate> Dates(OperationContext context, CustomerRecord customer, DateTime start, int months)
    {
        DateTime end = start.AddMonths(months);
        IEnumerable<SubscriptionRecord> held = context.State.Subscriptions(customer.Id).Where(subscription => Aligns(subscription, context.Now));
        string? target = context.Query["target_coterm_subscription_id"];
        if (target is not null)
        {
            SubscriptionRecord found = context.State.Subscription(customer.Id, target) ?? throw new ServiceFault("20003");
            held = held.Where(subscription => subscription.Id == found.Id);
        }

        IEnumerable<TermEndDate> aligned = held
            .GroupBy(subscription => subscription.CommitmentEnd!.Value.UtcDateTime.Date)
            .Where(group => group.Key >= start && group.Key <= end && !(months == 1 && group.Key.Day >= 28 && !IsMonthEnd(group.Key)))
            .Select(group => new TermEndDate("subscriptionAligned", group.Select(subscription => subscription.Id).OrderBy(id => id, StringComparer.OrdinalIgnoreCase).ToList(), Text(group.Key)));
        IEnumerable<TermEndDate> calendar = target is not null ? [] : Enumerable.Range(0, months + 1)
            .Select(month => new DateTime(start.Year, start.Month, 1).AddMonths(month + 1).AddDays(-1))
            .Where(date => date >= start && date <= end)
            .Select(date => new TermEndDate("calendarMonthAligned", null, Text(date)));
        return calendar.Concat(aligned).OrderBy(date => date.AllowedCustomTermEndDate, StringComparer.Ordinal).ToList();
    }

    private bool Aligns(SubscriptionRecord subscription, DateTimeOffset now) =>
        subscription.IsActive(now) && subscription.CommitmentEnd is not null
        && catalog.Find(subscription.OfferId) is { Family: ItemFamily.NewCommerce, Sku.IsTrial: false };

    private static bool IsMonthEnd(DateTime date) => date.AddDays(1).Day == 1;

    private static string Text(DateTime date) => date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
