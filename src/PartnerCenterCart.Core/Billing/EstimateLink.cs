using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>A ready-made way to open charges.</summary>
public sealed class EstimateLink : PartnerResource
{
    /// <summary>Such as <c>daily_rated_usage</c> and <c>non_consumption</c>.</summary>
    public string? Type { get; set; }

    /// <summary>In the language of the call.</summary>
    public string? Title { get; set; }

    /// <summary>In the language of the call.</summary>
    public string? Description { get; set; }

    /// <summary>A text of <see cref="BillingPeriod"/> in the service's spelling: <c>Current</c>, <c>Previous</c>.</summary>
    public string? Period { get; set; }

    /// <summary>The line items.</summary>
    public Link? Link { get; set; }

    /// <summary>Title and period.</summary>
    public override string ToString() => $"{Title} ({Period})";

    /// <summary>Fills in what the link asks for: provider, kind, currency and period stand in its query.</summary>
    internal void AddTo(InvoiceLineItemRequest request)
    {
        string uri = Link?.Uri ?? string.Empty;
        var query = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in uri.Substring(uri.IndexOf('?') + 1).Split('&', '?'))
        {
            int sign = pair.IndexOf('=');
            if (sign > 0)
            {
                query[pair.Substring(0, sign)] = Uri.UnescapeDataString(pair.Substring(sign + 1));
            }
        }

        request.Providers = new[] { Value("provider") };
        request.LineItemTypes = new[] { Value("invoiceLineItemType") };
        request.CurrencyCode = InvoiceCheck.Currency(Value("currencyCode"));
        request.Period = query.TryGetValue("period", out string? period) ? period : Period ?? BillingPeriod.Current;

        string Value(string name) => query.TryGetValue(name, out string? value)
            ? value
            : throw PartnerException.InvalidInput($"The link '{uri}' has no {name}, so that it leads to no line items.");
    }
}
