using System;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The filter of customers.search: one field, and only starts_with (behaviours.md section 5).</summary>
internal sealed class CustomerFilter
{
    private static readonly string[] Fields = ["CompanyName", "Domain", "IndirectReseller", "IndirectCloudSolutionProvider"];

    private readonly string name;
    private readonly string value;

    private CustomerFilter(string name, string value)
    {
        this.name = name;
        this.value = value;
    }

    /// <summary>App-only tokens may not search by reseller (endpoints.md).</summary>
    public bool IsUserOnly => name == "IndirectReseller";

    public static CustomerFilter Read(string text)
    {
        JObject json;
        try
        {
            json = WireJson.Parse(text) as JObject ?? throw new ServiceFault("3000", "The filter is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ServiceFault("3000", "The filter is not JSON: " + exception.Message);
        }

        string asked = Member(json, "Field");
        string field = Fields.FirstOrDefault(known => EnumText.Plain(known) == EnumText.Plain(asked))
            ?? throw new ServiceFault("3000", "'" + asked + "' is no field of the filter; use " + string.Join(", ", Fields) + ".");
        string comparison = Member(json, "Operator");
        if (EnumText.Plain(comparison) != "startswith")
        {
            throw new ServiceFault("3000", "'" + comparison + "' is no operator of the filter; use starts_with.");
        }

        return new CustomerFilter(field, Member(json, "Value"));
    }

    public bool Fits(CustomerRecord customer) => name switch
    {
        "CompanyName" => Starts(customer.CompanyName),
        "Domain" => Starts(customer.Domain),
        "IndirectReseller" => Starts(customer.AssociatedPartnerId),
        // All customers are the emulated partner's own.
        _ => Starts(ParticipantCheck.OwnPartnerId),
    };

    private static string Member(JObject json, string name) =>
        json.TryGetValue(name, StringComparison.OrdinalIgnoreCase, out JToken? token) && token.Type == JTokenType.String
            ? token.Value<string>()!
            : throw new ServiceFault("3000", "The filter has no " + name + ".");

    private bool Starts(string? text) => text is not null && text.StartsWith(value, StringComparison.OrdinalIgnoreCase);
}
