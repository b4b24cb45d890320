using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// What a SKU needs to know to be provisioned, such as <c>subscriptionId</c> and <c>scope</c>. Keys match whatever their
/// case, as in the service; they are sent as they were written (contract: behaviours.md, section 3).
/// </summary>
[JsonConverter(typeof(ProvisioningContextConverter))]
public sealed class ProvisioningContext : Dictionary<string, string>
{
    /// <summary>An empty context.</summary>
    public ProvisioningContext()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>Takes any dictionary; values become text in the invariant culture, null values are left out.</summary>
    public ProvisioningContext(IDictionary values)
        : this()
    {
        foreach (DictionaryEntry entry in values ?? throw new ArgumentNullException(nameof(values)))
        {
            if (entry.Value != null)
            {
                this[Text(entry.Key)] = Text(entry.Value);
            }
        }
    }

    /// <summary>Text of a value as the service expects it: invariant culture, dates in ISO 8601, booleans in lower case.</summary>
    public static string Text(object value) => value switch
    {
        null => string.Empty,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset date => WireDate.Write(date),
        DateTime date => WireDate.Write(new DateTimeOffset(date.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : date)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
