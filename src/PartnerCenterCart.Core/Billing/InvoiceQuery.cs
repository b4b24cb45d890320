using System;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>Which invoices are wanted. The filter spares the service a time-out with accounts that have many.</summary>
public sealed class InvoiceQuery
{
    /// <summary>Invoices of this day or later.</summary>
    public DateTimeOffset? From { get; set; }

    /// <summary>Invoices of this moment or earlier.</summary>
    public DateTimeOffset? To { get; set; }

    /// <summary>Invoices on a page; acts on legacy ones only.</summary>
    public int? Size { get; set; }

    /// <summary>How many to skip; acts on legacy ones only.</summary>
    public int? Offset { get; set; }

    internal ResourcePath AddTo(ResourcePath path)
    {
        if (From > To)
        {
            throw PartnerException.InvalidInput($"The first day, {Text(From.Value)}, is after the last one, {Text(To!.Value)}.");
        }

        if (Offset < 0)
        {
            throw PartnerException.InvalidInput($"{Offset.Value.ToString(CultureInfo.InvariantCulture)} is not a number of invoices to skip.");
        }

        return path
            .Query("size", InvoiceCheck.PageSize(Size))
            .Query("offset", Offset?.ToString(CultureInfo.InvariantCulture))
            .Query("filter", Filter()?.ToString(Formatting.None));
    }

    // Names in PascalCase and operations in snake_case, compact (contract: behaviours.md, section 5; newer-facts.md).
    private JObject? Filter()
    {
        JObject? from = From is { } first ? Field("greater_than_or_equals", first) : null;
        JObject? to = To is { } last ? Field("less_than_or_equals", last) : null;
        return from == null || to == null
            ? from ?? to
            : new JObject { ["LeftFilter"] = from, ["RightFilter"] = to, ["Operator"] = "and" };
    }

    private static JObject Field(string operation, DateTimeOffset value) =>
        new() { ["Field"] = "InvoiceDate", ["Value"] = Text(value), ["Operator"] = operation };

    private static string Text(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
