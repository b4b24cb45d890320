using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The rules that ask the service: the customer first, then line by line.</summary>
internal sealed class OnlineRules
{
    private readonly CustomerOperations customer;
    private readonly Cart cart;
    private readonly FindingList findings;
    private readonly CatalogFacts own;
    private readonly PlanCatalog? shared;
    private readonly CheckRunner run;
    private readonly PrerequisiteRules prerequisites;
    private readonly PromotionRules promotions;
    private readonly SavingsPlanRules savingsPlans;
    private readonly CustomerFacts facts;

    public OnlineRules(PartnerClient client, CustomerOperations customer, string customerId, Cart cart, FindingList findings, bool onlyReads, PlanCatalog? shared = null)
    {
        this.customer = customer;
        this.cart = cart;
        this.findings = findings;
        this.shared = shared;
        own = new CatalogFacts(customer.Products);
        var once = new OnceReader();
        facts = new CustomerFacts(customer, once);
        run = new CheckRunner(findings, onlyReads);
        prerequisites = new PrerequisiteRules(client, facts, customerId, findings, run);
        savingsPlans = new SavingsPlanRules(facts, findings, run);
        promotions = new PromotionRules(client, customer, cart, findings, run, once);
    }

    public async Task ApplyAsync(CancellationToken stop)
    {
        Customer who;
        try
        {
            who = await customer.GetAsync(stop).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.Kind is PartnerErrorKind.NotFound or PartnerErrorKind.BadRequest or PartnerErrorKind.Forbidden)
        {
            findings.Add(CartRules.CustomerUnknown, e.Summary);
            return;
        }

        await CheckStandingAsync(stop).ConfigureAwait(false);
        var needed = new HashSet<string>();
        foreach (CartLineItem line in cart.AllLines())
        {
            if (await CheckLineAsync(line, who, stop).ConfigureAwait(false) is { } agreement)
            {
                needed.Add(agreement);
            }
        }

        if (needed.Count > 0)
        {
            // The Microsoft Customer Agreement serves for everything; an older one only for what asks for that.
            await CheckAgreementAsync(needed.Contains(AgreementType.MicrosoftCustomerAgreement) ? AgreementType.MicrosoftCustomerAgreement : AgreementType.All, stop).ConfigureAwait(false);
        }
    }

    private async Task CheckStandingAsync(CancellationToken stop)
    {
        ValidationStatus? status = await run.TryAsync("the validation status of the customer", null, () => customer.ValidationStatus.GetAsync(stop)).ConfigureAwait(false);
        if (status?.BlocksPurchase == true)
        {
            findings.Add(CartRules.CustomerNotAllowed, $"The validation status of the customer is {status.Status}.");
        }
    }

    private async Task CheckAgreementAsync(string agreement, CancellationToken stop)
    {
        bool? accepted = await run.TryAsync("the agreements of the customer", null, async () =>
            (await customer.Agreements.GetAsync(agreement, stop).ConfigureAwait(false)).Items.Count > 0
            || (await customer.DirectSignedAgreementStatus.GetAsync(stop).ConfigureAwait(false)).IsSigned == true).ConfigureAwait(false);
        if (accepted == false)
        {
            findings.Add(CartRules.AgreementMissing, "The customer has accepted no Microsoft Customer Agreement.");
        }
    }

    /// <summary>Returns the agreement that the item needs; null for none.</summary>
    private async Task<string?> CheckLineAsync(CartLineItem line, Customer who, CancellationToken stop)
    {
        await prerequisites.CheckParentAsync(line, stop).ConfigureAwait(false);
        if (CatalogItemId.Parse(line.CatalogItemId) is not { } item)
        {
            // Legacy offers are not in the catalogue; the service checks them by itself.
            return null;
        }

        Sku? sku = null;
        Availability? availability = null;
        CatalogFacts catalog = own;
        bool? read = await run.TryAsync($"the catalog item {line.CatalogItemId}", line, async () =>
        {
            catalog = await FactsAsync(item, who, stop).ConfigureAwait(false);
            sku = await catalog.SkuAsync(item, stop).ConfigureAwait(false);
            availability = sku == null ? null : await catalog.AvailabilityAsync(item, stop).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        if (read == null)
        {
            return null;
        }

        if (sku == null)
        {
            findings.Add(CartRules.CatalogItemUnknown, $"The catalogue of the customer has no SKU {item.ProductAndSku}.", line);
            return null;
        }

        if (availability == null)
        {
            availability = await CurrentAsync(catalog, line, item, stop).ConfigureAwait(false);
        }
        else if (availability.IsPurchasable == false)
        {
            findings.Add(CartRules.NotPurchasable, $"{line.CatalogItemId} is not for sale.", line);

            // Its terms do not matter any more, and a closed item does not tell them.
            availability = null;
        }

        SkuRules.Apply(line, sku, availability, findings);
        string country = availability?.Country ?? who.Country ?? string.Empty;
        await prerequisites.CheckAsync(line, sku, item, country, stop).ConfigureAwait(false);
        await savingsPlans.CheckAsync(line, sku, stop).ConfigureAwait(false);
        await CheckAddonAsync(line, sku, stop).ConfigureAwait(false);
        await promotions.ApplyAsync(line, country, stop).ConfigureAwait(false);
        return AgreementFor(sku, availability);
    }

    // What is sold only to this customer (savings plans) is not in the catalogue of the country.
    private async Task<CatalogFacts> FactsAsync(CatalogItemId item, Customer who, CancellationToken stop) =>
        shared != null && who.Country is { Length: > 0 } country && shared.Facts(country) is { } facts && await facts.SkuAsync(item, stop).ConfigureAwait(false) != null ? facts : own;

    /// <summary>Names what took the place of an id that was reissued; null where nothing did.</summary>
    private async Task<Availability?> CurrentAsync(CatalogFacts catalog, CartLineItem line, CatalogItemId item, CancellationToken stop)
    {
        IReadOnlyList<Availability>? all = await run.TryAsync<IReadOnlyList<Availability>>(
            $"what is sold of {item.ProductAndSku} now", line, async () => await catalog.CurrentAsync(item, stop).ConfigureAwait(false)).ConfigureAwait(false);
        List<Availability> current = all?.Where(a => a.IsPurchasable != false).ToList() ?? new List<Availability>();
        string successor = all == null ? "which id is current could not be read"
            : $"{string.Join(" or ", current.Select(a => a.CatalogItemId))} is current";
        findings.Add(
            CartRules.CatalogItemStale,
            all != null && current.Count == 0
                ? $"{line.CatalogItemId} was reissued, and the SKU has nothing for sale now."
                : $"{line.CatalogItemId} was reissued; {successor}.",
            line);
        return current.FirstOrDefault();
    }

    // New commerce takes the Microsoft Customer Agreement alone, whatever the prerequisites of its SKUs are called (13605).
    private static string? AgreementFor(Sku sku, Availability? availability)
    {
        bool isNewCommerce = string.Equals(availability?.Product?.ProductType?.Id, "OnlineServicesNCE", StringComparison.OrdinalIgnoreCase);
        return isNewCommerce || sku.Requires(PurchasePrerequisite.MicrosoftCustomerAgreement) ? AgreementType.MicrosoftCustomerAgreement
            : sku.Requires(PurchasePrerequisite.MicrosoftCloudAgreement) ? AgreementType.MicrosoftCloudAgreement
            : null;
    }

    private async Task CheckAddonAsync(CartLineItem line, Sku sku, CancellationToken stop)
    {
        string[] bases = sku.DynamicAttribute("prerequisiteSkus") is object[] listed ? listed.OfType<string>().ToArray() : Array.Empty<string>();
        if (sku.IsAddon != true || bases.Length == 0 || cart.AllLines().Any(other => other != line && IsOneOf(other.CatalogItemId, bases)))
        {
            return;
        }

        IReadOnlyList<Subscription>? owned = await run.TryAsync<IReadOnlyList<Subscription>>(
            "the subscriptions of the customer", line, async () => await facts.SubscriptionsAsync(stop).ConfigureAwait(false)).ConfigureAwait(false);
        if (owned != null && !owned.Any(s => SubscriptionStatus.Known.Same(s.Status, SubscriptionStatus.Active) && IsOneOf(s.OfferId, bases)))
        {
            findings.Add(CartRules.AddonWithoutBase, $"{line.CatalogItemId} is an add-on to {string.Join(" or ", bases.Take(5))}; neither is in the cart or among the customer's subscriptions.", line);
        }
    }

    private static bool IsOneOf(string? catalogItemId, string[] productsAndSkus) =>
        CatalogItemId.Parse(catalogItemId) is { } item && productsAndSkus.Contains(item.ProductAndSku, StringComparer.OrdinalIgnoreCase);
}
