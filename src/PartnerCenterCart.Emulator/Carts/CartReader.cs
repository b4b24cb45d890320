using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Reads the body of carts.create and carts.update, and refuses what is wrong as a whole (behaviours.md section 6.1).</summary>
internal static class CartReader
{
    private static readonly string[] CartReadOnly = ["id", "creationTimestamp", "lastModifiedTimestamp", "expirationTimestamp", "lastModifiedUser", "status", "links", "attributes"];
    private static readonly string[] LineReadOnly = ["orderGroup", "purchaseSystem", "error", "pricing", "attributes"];

    public static CartBody Read(byte[] body)
    {
        JObject json = WireJson.ParseRequest(body);
        // Clients may send the whole cart back; read-only members are ignored, whatever is in them.
        Drop(json, CartReadOnly);
        foreach (JObject line in Lines(json, "lineItems"))
        {
            Drop(line, LineReadOnly);
            foreach (JObject addOn in Lines(line, "addonItems"))
            {
                Drop(addOn, LineReadOnly);
            }
        }

        return WireJson.ReadRequest<CartBody>(json);
    }

    /// <param name="cart">A cart from <see cref="Read"/>.</param>
    /// <param name="customer">Whose market decides about currencies.</param>
    /// <param name="attestedBefore">Whether an earlier request for this cart carried the attestation.</param>
    public static void Check(CartBody cart, CustomerRecord customer, bool attestedBefore)
    {
        if (cart.LineItems is not { Count: > 0 } lines)
        {
            throw new ServiceFault("800002", "The cart has no line items.");
        }

        foreach (CartLine? line in lines.SelectMany(line => line?.WithAddOns() ?? [null!]))
        {
            CheckLine(line ?? throw new ServiceFault("800002", "A line item is null."), customer);
        }

        bool named = lines.SelectMany(line => line.WithAddOns()).Any(line => line.Participants is { Count: > 0 });
        if (named && !attestedBefore && cart.PartnerOnRecordAttestationAccepted != true)
        {
            throw new ServiceFault("900206");
        }
    }

    private static void CheckLine(CartLine line, CustomerRecord customer)
    {
        if (string.IsNullOrWhiteSpace(line.CatalogItemId))
        {
            throw new ServiceFault("900142");
        }

        if (line.Quantity is null or < 1)
        {
            throw new ServiceFault("900275", "The quantity of a line item must be at least 1.");
        }

        if (line.BillingCycle is null or BillingCycle.Unknown)
        {
            throw new ServiceFault("900269", "A line item has no billing cycle.");
        }

        // An empty term is one of the forms of "no value" (models.md section 0).
        if (!string.IsNullOrEmpty(line.TermDuration))
        {
            CheckTerm(line.TermDuration!, line.BillingCycle);
        }

        if (!string.IsNullOrEmpty(line.CurrencyCode)
            && !Same(line.CurrencyCode, customer.Currency)
            && !Same(line.CurrencyCode, Market.PartnerCurrency))
        {
            throw new ServiceFault("900169");
        }

        foreach (Participant participant in line.Participants ?? [])
        {
            ParticipantCheck.Check(participant);
        }
    }

    private static void CheckTerm(string term, string cycle)
    {
        if (!TermDuration.IsValid(term))
        {
            throw new ServiceFault("800121", "'" + term + "' is not a term duration.");
        }

        if (TermDuration.Months(term) > 0 && BillingCycle.Months(cycle) > TermDuration.Months(term))
        {
            throw new ServiceFault("900270");
        }
    }

    private static IEnumerable<JObject> Lines(JObject owner, string name) =>
        owner.TryGetValue(name, StringComparison.OrdinalIgnoreCase, out JToken? value) && value is JArray array ? array.OfType<JObject>() : [];

    private static void Drop(JObject json, string[] names)
    {
        List<JProperty>? drop = null;
        foreach (JProperty property in json.Properties())
        {
            if (names.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            {
                (drop ??= []).Add(property);
            }
        }

        drop?.ForEach(property => property.Remove());
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
