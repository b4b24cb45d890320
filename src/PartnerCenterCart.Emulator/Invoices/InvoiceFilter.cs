using System;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The filter of invoices.list: comparisons of InvoiceDate, combined by LeftFilter, Operator and RightFilter (newer-facts.md).</summary>
internal static class InvoiceFilter
{
    public static Func<Invoice, bool> Parse(string? text)
    {
        if (text is null)
        {
            return _ => true;
        }

        try
        {
            return WireJson.Parse(text) is JObject filter ? Of(filter) : throw Refused("It is no JSON object.");
        }
        catch (JsonException exception)
        {
            throw Refused(exception.Message);
        }
    }

    private static Func<Invoice, bool> Of(JObject filter)
    {
        string operation = EnumText.Plain((string?)Member(filter, "Operator") ?? throw Refused("Operator is missing."));
        if (Member(filter, "LeftFilter") is JObject left && Member(filter, "RightFilter") is JObject right)
        {
            (Func<Invoice, bool> one, Func<Invoice, bool> other) = (Of(left), Of(right));
            return operation switch
            {
                "and" => invoice => one(invoice) && other(invoice),
                "or" => invoice => one(invoice) || other(invoice),
                _ => throw Refused("Filters are combined by and, or."),
            };
        }

        if (!string.Equals((string?)Member(filter, "Field"), "InvoiceDate", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("The field is InvoiceDate.");
        }

        if (!Timestamp.TryParse((string?)Member(filter, "Value"), out DateTimeOffset date))
        {
            throw Refused("The value is no date.");
        }

        return operation switch
        {
            "equals" => invoice => invoice.Date == date,
            "notequals" => invoice => invoice.Date != date,
            "greaterthan" => invoice => invoice.Date > date,
            "greaterthanorequals" => invoice => invoice.Date >= date,
            "lessthan" => invoice => invoice.Date < date,
            "lessthanorequals" => invoice => invoice.Date <= date,
            _ => throw Refused("'" + operation + "' is no comparison of dates."),
        };
    }

    private static JToken? Member(JObject json, string name) => json.TryGetValue(name, StringComparison.OrdinalIgnoreCase, out JToken? value) ? value : null;

    private static ServiceFault Refused(string why) => new("3000", "The filter cannot be read. " + why);
}
