using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Reads the bodies of orders.create and orders.patch.</summary>
internal static class OrderMembers
{
    private static readonly string[] Shared =
        ["friendlyName", "quantity", "termDuration", "customTermEndDate", "promotionId", "provisioningContext", "renewsTo", "attestationAccepted", "purchaseCommitment"];

    public static JObject[] Lines(JObject body) => Member(body, "lineItems") is JArray lines ? lines.OfType<JObject>().ToArray() : [];

    /// <summary>An order line in the words of a cart.</summary>
    public static CartLine Wanted(JObject line, string? cycle)
    {
        var cart = new JObject();
        foreach (string name in Shared)
        {
            if (Member(line, name) is { } value)
            {
                cart[name] = value;
            }
        }

        cart["id"] = Member(line, "lineItemNumber");
        cart["catalogItemId"] = Member(line, "offerId");
        cart["billingCycle"] = cycle;
        return WireJson.ReadRequest<CartLine>(cart);
    }

    /// <summary>Numbers of the lines of an order that a patch names; all of them when it names none.</summary>
    public static HashSet<int> Chosen(StoredOrder order, IReadOnlyCollection<JObject> lines)
    {
        if (lines.Count == 0)
        {
            return [.. order.Order.LineItems.Select(line => line.LineItemNumber)];
        }

        var chosen = new HashSet<int>();
        foreach (JObject line in lines)
        {
            int number = (int?)Member(line, "lineItemNumber") ?? -1;
            OrderLine? found = order.Order.LineItems.FirstOrDefault(known => known.LineItemNumber == number);
            if (found is null || !string.Equals(found.OfferId, Text(line, "offerId"), StringComparison.OrdinalIgnoreCase))
            {
                throw new ServiceFault("3000", "The order has no such line.");
            }

            chosen.Add(number);
        }

        return chosen;
    }

    public static JToken? Member(JObject json, string name) =>
        json.TryGetValue(name, StringComparison.OrdinalIgnoreCase, out JToken? value) && value.Type != JTokenType.Null ? value : null;

    public static string? Text(JObject json, string name) => Member(json, name)?.ToString();
}
