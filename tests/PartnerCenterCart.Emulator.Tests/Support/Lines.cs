using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Cart bodies in the words of the wire.</summary>
internal static class Lines
{
    public static JObject Cart(params JObject[] lines) => new() { ["lineItems"] = new JArray(lines) };

    public static JObject Seat(string item = Seeds.BaseSeat, int quantity = 5, string cycle = "monthly", string term = "P1Y") =>
        new() { ["catalogItemId"] = item, ["quantity"] = quantity, ["billingCycle"] = cycle, ["termDuration"] = term };

    public static JObject Perpetual(int quantity = 1) =>
        new() { ["catalogItemId"] = Seeds.Perpetual, ["quantity"] = quantity, ["billingCycle"] = "one_time" };

    public static JObject SaaS() =>
        new() { ["catalogItemId"] = Seeds.SaaS, ["quantity"] = 1, ["billingCycle"] = "monthly", ["termDuration"] = "P1M" };

    public static JObject Reservation(string subscription = Seeds.AzurePlanSubscription, string item = Seeds.Reservation, string scope = "shared") => new()
    {
        ["catalogItemId"] = item,
        ["quantity"] = 1,
        ["billingCycle"] = "one_time",
        ["termDuration"] = "P1Y",
        ["provisioningContext"] = new JObject { ["subscriptionId"] = subscription, ["scope"] = scope },
    };

    public static JObject With(this JObject line, string name, JToken? value)
    {
        line[name] = value;
        return line;
    }
}
