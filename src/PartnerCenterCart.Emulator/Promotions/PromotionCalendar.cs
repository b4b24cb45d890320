using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Promotions that begin anew every quarter of the emulator's clock, so that some run and some have ended at any time. The number in the middle of an id is the quarter.</summary>
internal static class PromotionCalendar
{
    private const int FirstYear = 2020;
    private const string Last = "39NFJQT1Q5KM";

    private static readonly Func<JObject>[] Kinds =
    [
        () => Promotion("Microsoft 365 Business Premium, quarterly offer", "CFQ7TTC1A101", "0001", "Annual", "0.1", true),
        () => Limited(Promotion("Power BI Pro, five to fifty seats", "CFQ7TTC1A105", "0001", "Monthly", "0.15", false), "seatConstraints", Seats(5, 50)),
        () => Limited(Promotion("Exchange Online (Plan 1), first purchase", "CFQ7TTC1A102", "0001", "Annual", "0.2", true), "eligibilityConstraints", new JObject { ["isApplicable"] = true, ["type"] = "FirstPurchase" }),
        () => Limited(Promotion("Project Plan 3, once per customer", "CFQ7TTC1A106", "0002", "Annual", "0.25", false), "assetOwnershipLimits", new JObject { ["minAssets"] = 0, ["maxAssets"] = 1, ["type"] = "LifetimeRedemptionCount" }),
        () => Limited(Promotion("Dynamics 365 Sales Enterprise, for owners of Sales Professional", "CFQ7TTC1A111", "0001", "Monthly", "0.12", false), "productOwnershipConstraints", new JArray(new JObject { ["bigId"] = "CFQ7TTC0LH2Z/0002" })),
        () => Pool(Limited(Promotion("Microsoft Entra ID P1, while seats last", "CFQ7TTC1A109", "0001", "Annual", "0.3", false), "seatConstraints", Seats(1, 2400)), 500),
        () => Promotion("Visio Plan 2, first month of the quarter", "CFQ7TTC1A115", "0001", "Annual", "0.4", true),
    ];

    private const int FirstMonthOnly = 6;

    private static Tuple<int, Promotion[]>? current;

    /// <summary>Those of the quarter; not all of them need to be running still.</summary>
    public static IReadOnlyList<Promotion> At(DateTimeOffset now)
    {
        int quarter = QuarterOf(now);
        Tuple<int, Promotion[]>? known = current;
        if (known?.Item1 != quarter)
        {
            known = Tuple.Create(quarter, Kinds.Select((_, kind) => Make(kind, quarter)).ToArray());
            current = known;
        }

        return known.Item2;
    }

    /// <summary>One of this quarter or of any before it; null for everything else.</summary>
    public static Promotion? Find(string id, DateTimeOffset now)
    {
        string[] parts = id.Split(':');
        if (parts.Length != 3 || parts[1].Length != 4 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int quarter) || quarter > QuarterOf(now))
        {
            return null;
        }

        for (int kind = 0; kind < Kinds.Length; kind++)
        {
            if (string.Equals(Id(kind, quarter), id, StringComparison.OrdinalIgnoreCase))
            {
                return Make(kind, quarter);
            }
        }

        return null;
    }

    private static int QuarterOf(DateTimeOffset time) => ((time.UtcDateTime.Year - FirstYear) * 4) + ((time.UtcDateTime.Month - 1) / 3);

    private static string Id(int kind, int quarter) => "39NFJQT2P" + (kind + 1).ToString("D3", CultureInfo.InvariantCulture) + ":" + quarter.ToString("D4", CultureInfo.InvariantCulture) + ":" + Last;

    private static Promotion Make(int kind, int quarter)
    {
        DateTime start = new DateTime(FirstYear, 1, 1).AddMonths(3 * quarter);
        DateTime end = start.AddMonths(kind == FirstMonthOnly ? 1 : 3).AddSeconds(-1);
        JObject wire = Kinds[kind]();
        wire.AddFirst(new JProperty("id", Id(kind, quarter)));
        wire["startDate"] = Text(start);
        wire["endDate"] = Text(end);
        return new Promotion(wire);
    }

    private static JObject Promotion(string name, string product, string sku, string cycle, string share, bool automatic) => new()
    {
        ["name"] = name,
        ["description"] = name,
        ["startDate"] = null,
        ["endDate"] = null,
        ["properties"] = new JObject { ["isAutoApplicable"] = automatic },
        ["requiredProducts"] = new JArray(new JObject
        {
            ["productId"] = product,
            ["skuId"] = sku,
            ["term"] = new JObject { ["duration"] = "P1Y", ["billingCycle"] = cycle },
            ["pricingPolicies"] = new JArray(new JObject { ["policyType"] = "PercentDiscount", ["value"] = share }),
        }),
    };

    private static JObject Limited(JObject promotion, string constraint, JToken limit)
    {
        promotion["promotionConstraints"] = new JObject { [constraint] = new JArray(limit) };
        return promotion;
    }

    private static JObject Pool(JObject promotion, int seats)
    {
        promotion[Emulation.Promotion.SeatPoolMember] = seats;
        return promotion;
    }

    private static JObject Seats(int least, int most) => new() { ["minSeats"] = least, ["maxSeats"] = most, ["type"] = "SubscriptionQuantity" };

    private static string Text(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+00:00";
}
