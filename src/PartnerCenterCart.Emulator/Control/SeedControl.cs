using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Customers and subscriptions that a test needs besides the seeds.</summary>
internal sealed class SeedControl(EmulatorBrain brain)
{
    private const int MostAtOnce = 100_000;

    public EmulatorResponse Customers() =>
        EmulatorResponse.Json(200, new { items = brain.State.Customers.OrderBy(customer => customer.Id, StringComparer.OrdinalIgnoreCase).Select(View) });

    public EmulatorResponse AddCustomers(EmulatorRequest request)
    {
        JObject json = ControlBody.Parse(request.Body, "count", "id", "companyName", "domain", "country", "standing", "customerAgreement", "directSigned", "segment", "associatedPartnerId");
        NewCustomers wanted = ControlBody.Read<NewCustomers>(json);
        string country = (wanted.Country ?? "US").ToUpperInvariant();
        if (country.Length != 2 || !country.All(letter => letter is >= 'A' and <= 'Z'))
        {
            throw new ControlFault("country is a two-letter code.");
        }

        if (wanted.Count is < 1 or > MostAtOnce)
        {
            throw new ControlFault("count is from 1 to " + MostAtOnce.ToString(CultureInfo.InvariantCulture) + ".");
        }

        if (wanted.Count is not null && wanted.Id is not null)
        {
            throw new ControlFault("Send count or id, not both.");
        }

        List<CustomerRecord> made = wanted.Count is { } count
            ? Enumerable.Range(1, count).Select(number => Numbered(number, country, wanted)).ToList()
            : [Named(country, wanted)];
        brain.State.Commit(made.Select(StateChange.Of).ToList());
        return EmulatorResponse.Json(201, new { items = made.Select(View) });
    }

    public EmulatorResponse AddSubscription(EmulatorRequest request)
    {
        JObject json = ControlBody.Parse(request.Body, "id", "customerId", "offerId", "friendlyName", "quantity", "status", "billingCycle", "termDuration", "entitlementId", "registered", "commitmentEnd", "orderId", "partnerId", "parentSubscriptionId", "promotionId", "restrictedRegions", "cancellableUntil");
        SubscriptionRecord wanted = ControlBody.Read<SubscriptionRecord>(json);
        CustomerRecord customer = brain.State.Customer(wanted.CustomerId) ?? throw new ControlFault("There is no customer '" + wanted.CustomerId + "'.");
        CatalogItem item = brain.Catalog.Find(wanted.OfferId) ?? throw new ControlFault("There is no catalog item '" + wanted.OfferId + "'.");
        if (wanted.Quantity < 1)
        {
            throw new ControlFault("quantity is 1 or more.");
        }

        SubscriptionRecord made = wanted with
        {
            Id = string.IsNullOrEmpty(wanted.Id) ? Guid.NewGuid().ToString() : CheckedGuid(wanted.Id),
            CustomerId = customer.Id,
            OfferId = item.Id,
            FriendlyName = wanted.FriendlyName ?? item.Title,
            Status = ControlBody.OneOf(wanted.Status, "none", "active", "suspended", "deleted", "expired", "pending", "disabled"),
        };
        brain.State.Commit(StateChange.Of(made));
        return EmulatorResponse.Json(201, made);
    }

    /// <summary>What can be put in a cart in a country at this moment, for tests that choose from it.</summary>
    public EmulatorResponse Catalog(RequestTarget target)
    {
        string country = (target.Query["country"] ?? "US").ToUpperInvariant();
        if (!Market.Countries.Contains(country))
        {
            throw new ControlFault("country is none of: " + string.Join(", ", Market.Countries) + ".");
        }

        long issue = brain.Settings.IssueAt(brain.Clock.Now);
        return EmulatorResponse.Json(200, new
        {
            items = brain.Catalog.Sold(country, issue).OrderBy(item => item.Id, StringComparer.Ordinal).Select(item => new
            {
                catalogItemId = item.Id,
                item.Title,
                item.Family,
                item.Availability.Segment,
                reissued = item.Product.IsReissued,
                views = item.Product.Views,
                item.Sku.MinimumQuantity,
                item.Sku.MaximumQuantity,
                terms = item.Availability.Terms.Select(term => new { term.Duration, billingCycle = term.Cycle, term.Prices }),
            }),
        });
    }

    private static object View(CustomerRecord customer) => new
    {
        customer.Id,
        customer.CompanyName,
        customer.Domain,
        customer.Country,
        customer.Currency,
        customer.Standing,
        customerAgreement = customer.HasCustomerAgreement,
        customer.DirectSigned,
        customer.Segment,
        validationStatus = ValidationStatus.Of(customer.Standing),
    };

    // The same number and country always give the same id, so that a test can name customers before they exist.
    private static CustomerRecord Numbered(int number, string country, NewCustomers wanted)
    {
        string text = number.ToString("D5", CultureInfo.InvariantCulture);
        return new CustomerRecord
        {
            Id = DeterministicId(country + "/" + text),
            CompanyName = (wanted.CompanyName ?? "Sample Customer") + " " + text,
            Domain = "samplecustomer" + text + "." + country.ToLowerInvariant() + ".example.com",
            Country = country,
            Standing = wanted.Standing,
            CustomerAgreement = wanted.CustomerAgreement ?? true,
            DirectSigned = wanted.DirectSigned,
            Segment = SegmentOf(wanted),
            AssociatedPartnerId = wanted.AssociatedPartnerId,
        };
    }

    private static CustomerRecord Named(string country, NewCustomers wanted)
    {
        string id = wanted.Id is null ? Guid.NewGuid().ToString() : CheckedGuid(wanted.Id);
        return new CustomerRecord
        {
            Id = id,
            CompanyName = wanted.CompanyName ?? "Sample Customer " + id.Substring(0, 8),
            Domain = wanted.Domain ?? "sample" + id.Substring(0, 8) + ".example.com",
            Country = country,
            Standing = wanted.Standing,
            CustomerAgreement = wanted.CustomerAgreement ?? true,
            DirectSigned = wanted.DirectSigned,
            Segment = SegmentOf(wanted),
            AssociatedPartnerId = wanted.AssociatedPartnerId,
        };
    }

    private static string SegmentOf(NewCustomers wanted) => ControlBody.OneOf(wanted.Segment ?? Segment.Commercial, Segment.All);

    private static string DeterministicId(string text)
    {
        using var hash = SHA256.Create();
        byte[] bytes = hash.ComputeHash(WireJson.Utf8.GetBytes("customer/" + text));
        return new Guid(bytes.Take(16).ToArray()).ToString();
    }

    private static string CheckedGuid(string id) => Guid.TryParse(id, out _) ? id : throw new ControlFault("'" + id + "' is not a GUID.");

    private sealed record NewCustomers
    {
        public int? Count { get; init; }

        public string? Id { get; init; }

        public string? CompanyName { get; init; }

        public string? Domain { get; init; }

        public string? Country { get; init; }

        public CustomerStanding Standing { get; init; }

        public bool? CustomerAgreement { get; init; }

        public bool DirectSigned { get; init; }

        public string? Segment { get; init; }

        public string? AssociatedPartnerId { get; init; }
    }
}
