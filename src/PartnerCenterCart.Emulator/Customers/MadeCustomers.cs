using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Customers besides the seeds, so that there are two hundred; the number of a customer says everything about it (docs/emulator.md).</summary>
internal static class MadeCustomers
{
    /// <summary>Together with the seeds.</summary>
    private const int Everybody = 200;

    private static readonly string[] First =
    [
        "Amberfold", "Birchmoor", "Cinderquay", "Dovetree", "Emberlane", "Fennhollow", "Gullwick", "Hazelport", "Inkwater", "Juniperfield",
        "Kestrelmead", "Larkmoor", "Mossgarth", "Nettleby", "Oatcliff", "Pebblecourt", "Quillmarsh", "Rookhaven", "Saltbarrow", "Thistlecombe",
    ];

    private static readonly string[] Second = ["Bakery", "Clinics", "Foods", "Freight", "Gardens", "Instruments", "Mills", "Optics", "Textiles"];

    private static readonly string[] Countries = ["US", "DE", "GB"];

    public static IEnumerable<CustomerRecord> All(int seeds) => Enumerable.Range(1, Everybody - seeds).Select(Make);

    /// <summary>One subscription for every other customer and for the first three seeds, so that add-ons, reservations and end dates have something to hold on to.</summary>
    public static IEnumerable<SubscriptionRecord> Subscriptions(int seeds, DateTimeOffset start) =>
        Enumerable.Range(1, Everybody - seeds).Where(number => number % 2 == 0).Select(number => Subscription(number, start))
            .Concat(Enumerable.Range(1, 3).Select(number => Seats(start) with
            {
                Id = "a0000000-0000-4000-8000-000000000" + (number - 1).ToString(CultureInfo.InvariantCulture) + "05",
                CustomerId = "c0000000-0000-4000-8000-00000000000" + number.ToString(CultureInfo.InvariantCulture),
                OrderId = "00000000000" + number.ToString(CultureInfo.InvariantCulture),
                Quantity = 10,
            }));

    /// <summary>The customer with this number, from 1 on; numbers beyond the last are customers that nobody else knows.</summary>
    public static CustomerRecord Make(int number)
    {
        // Both words change with every number; the pair repeats after 180 customers.
        string first = First[number % First.Length];
        string second = Second[number % Second.Length];
        return new CustomerRecord
        {
            Id = Id('c', number),
            CompanyName = first + " " + second,
            Domain = (first + second).ToLowerInvariant() + ".example.com",
            Country = Countries[number % Countries.Length],
            Segment = (number % 10) switch { 7 => Segment.Education, 8 => Segment.Government, 9 => Segment.Nonprofit, _ => Segment.Commercial },
            Standing = (number % 20) switch
            {
                5 => CustomerStanding.Locked,
                6 => CustomerStanding.UnderReview,
                11 => CustomerStanding.Rejected,
                12 => CustomerStanding.Unknown,
                13 => CustomerStanding.NoStatus,
                14 => CustomerStanding.NotReady,
                _ => CustomerStanding.Good,
            },
            CustomerAgreement = number % 20 != 3,
            DirectSigned = number % 20 == 4,
            AssociatedPartnerId = number % 25 == 0 ? "4649221" : null,
        };
    }

    private static SubscriptionRecord Subscription(int number, DateTimeOffset start)
    {
        SubscriptionRecord made = number % 4 != 0 ? Seats(start) with { Quantity = number } : new SubscriptionRecord
        {
            OfferId = "DZH318Z0BPS6:0001:DZH318Z0BPM1",
            BillingCycle = BillingCycle.OneTime,
            EntitlementId = Id('e', number),
            Registered = number % 8 == 0,
            CreatedAt = start.AddDays(-160),
        };
        return made with { Id = Id('a', number), CustomerId = Id('c', number), OrderId = Id('0', number).Substring(24) };
    }

    // Seats that run out on the clock, so that there is always something to align to.
    private static SubscriptionRecord Seats(DateTimeOffset start) => new()
    {
        OfferId = "CFQ7TTC0HD33:0003:CFQ7TTC0HD3V",
        BillingCycle = BillingCycle.Annual,
        TermDuration = "P1Y",
        CreatedAt = start.AddDays(-160),
        CommitmentEnd = new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero).AddDays(206).AddSeconds(-1),
    };

    // c1000000-0000-4000-8000-000000000017 is customer 17.
    private static string Id(char kind, int number) => kind + "1000000-0000-4000-8000-" + number.ToString("D12", CultureInfo.InvariantCulture);
}
