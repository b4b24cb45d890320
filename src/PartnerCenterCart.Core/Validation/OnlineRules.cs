using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The rules that ask the service: the customer first, then line by line.</summary>
internal sealed class OnlineRules
{
    private readonly PartnerClient client;
    private readonly CustomerOperations customer;
    private readonly string customerId;
    private readonly Cart cart;
    private readonly FindingList findings;
    private readonly CatalogFacts catalog;
    private readonly CheckRunner run;
    private readonly PromotionRules promotions;
    private IReadOnlyList<Subscription>? subscriptions;

    public OnlineRules(PartnerClient client, CustomerOperations customer, string customerId, Cart cart, FindingList findings)
    {
        this.client = client;
        this.customer = customer;
        this.customerId = customerId;
        this.cart = cart;
        this.findings = findings;
        catalog = new CatalogFacts(customer.Products);
        run = new CheckRunner(findings);
        promotions = new PromotionRules(client, customer, cart, findings, run);
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
        bool needsAgreement = false;
        foreach (CartLineItem line in cart.AllLines())
        {
            needsAgreement |= await CheckLineAsync(line, who, stop).ConfigureAwait(false);
        }

        if (needsAgreement)
        {
            await CheckAgreementAsync(stop).ConfigureAwait(false);
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

    private async Task CheckAgreementAsync(CancellationToken stop)
    {
        bool? accepted = await run.TryAsync("the agreements of the customer", null, async () =>
            (await customer.Agreements.GetAsync(AgreementType.All, stop).ConfigureAwait(false)).Items.Count > 0
            || (await customer.DirectSignedAgreementStatus.GetAsync(stop).ConfigureAwait(false)).IsSigned == true).ConfigureAwait(false);
        if (accepted == false)
        {
            findings.Add(CartRules.AgreementMissing, "The customer has accepted no Microsoft Customer Agreement.");
        }
    }

    /// <summary>Returns whether the item needs an agreement of the customer.</summary>
    private async Task<bool> CheckLineAsync(CartLineItem line, Customer who, CancellationToken stop)
    {
        await CheckParentAsync(line, stop).ConfigureAwait(false);
        if (CatalogItemId.Parse(line.CatalogItemId) is not { } item)
        {
            // Legacy offers are not in the catalogue; the service checks them by itself.
            return false;
        }

        Sku? sku = null;
        Availability? availability = null;
        bool? read = await run.TryAsync($"the catalog item {line.CatalogItemId}", line, async () =>
        {
            sku = await catalog.SkuAsync(item, stop).ConfigureAwait(false);
            availability = sku == null ? null : await catalog.AvailabilityAsync(item, stop).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        if (read == null)
        {
            return false;
        }

        if (sku == null)
        {
            findings.Add(CartRules.CatalogItemUnknown, $"The catalogue of the customer has no SKU {item.ProductAndSku}.", line);
            return false;
        }

        if (availability == null)
        {
            IReadOnlyList<Availability> current = await catalog.CurrentAsync(item, stop).ConfigureAwait(false);
            availability = current.FirstOrDefault(a => a.IsPurchasable != false);
            findings.Add(
                CartRules.CatalogItemStale,
                availability == null
                    ? $"{line.CatalogItemId} was reissued, and the SKU has nothing for sale now."
                    : $"{line.CatalogItemId} was reissued; {string.Join(" or ", current.Where(a => a.IsPurchasable != false).Select(a => a.CatalogItemId))} is current.",
                line);
        }
        else if (availability.IsPurchasable == false)
        {
            findings.Add(CartRules.NotPurchasable, $"{line.CatalogItemId} is not for sale.", line);
        }

        SkuRules.Apply(line, sku, availability, findings);
        string country = availability?.Country ?? who.BillingProfile?.DefaultAddress?.Country ?? who.CompanyProfile?.Address?.Country ?? string.Empty;
        await CheckPrerequisitesAsync(line, sku, item, country, stop).ConfigureAwait(false);
        await CheckAddonAsync(line, sku, stop).ConfigureAwait(false);
        await promotions.ApplyAsync(line, country, stop).ConfigureAwait(false);
        return sku.Requires(PurchasePrerequisite.MicrosoftCustomerAgreement)
            || sku.Requires(PurchasePrerequisite.MicrosoftCloudAgreement);
    }

    private async Task CheckParentAsync(CartLineItem line, CancellationToken stop)
    {
        if (Context(line, "ParentSubscriptionId") is { } parent
            && await SubscriptionAsync(parent, line, stop).ConfigureAwait(false) == false)
        {
            findings.Add(CartRules.ParentSubscriptionUnknown, $"The customer has no subscription {parent}.", line);
        }
    }

    private async Task CheckPrerequisitesAsync(CartLineItem line, Sku sku, CatalogItemId item, string country, CancellationToken stop)
    {
        string? azure = Context(line, "subscriptionId");
        if (azure != null && sku.Requires(PurchasePrerequisite.AzureSubscriptionRegistration))
        {
            bool? exists = await SubscriptionAsync(azure, line, stop).ConfigureAwait(false);
            if (exists == false)
            {
                findings.Add(CartRules.AzureSubscriptionUnknown, $"The customer has no subscription {azure}.", line);
            }
            else if (exists == true)
            {
                SubscriptionRegistrationStatus? status = await run.TryAsync<SubscriptionRegistrationStatus>(
                    $"the registration of subscription {azure}", line, async () => await customer.Subscriptions.ById(azure).RegistrationStatus.GetAsync(stop).ConfigureAwait(false)).ConfigureAwait(false);
                if (status != null && !SubscriptionRegistrationState.Known.Same(status.Status, SubscriptionRegistrationState.Registered))
                {
                    findings.Add(CartRules.AzureSubscriptionNotRegistered, $"Subscription {azure} is {status.Status}.", line);
                }
            }
        }

        // Without the subscription that the check asks for, the missing variable is the finding.
        bool canAsk = azure != null || sku.InventoryVariables?.Any(name => name.Equals("AzureSubscriptionId", StringComparison.OrdinalIgnoreCase)) != true;
        if (canAsk && country.Length > 0 && sku.Requires(PurchasePrerequisite.InventoryCheck))
        {
            await CheckInventoryAsync(line, sku, item, country, azure, stop).ConfigureAwait(false);
        }
    }

    private async Task CheckInventoryAsync(CartLineItem line, Sku sku, CatalogItemId item, string country, string? azure, CancellationToken stop)
    {
        var context = new ProvisioningContext { ["customerId"] = customerId };
        if (azure != null)
        {
            context["azureSubscriptionId"] = azure;
        }

        if (sku.DynamicAttribute("armRegionName") is { } region)
        {
            context["armRegionName"] = ProvisioningContext.Text(region);
        }

        var check = new InventoryCheckRequest
        {
            TargetItems = new List<InventoryItem> { new() { ProductId = item.ProductId, SkuId = item.SkuId } },
            InventoryContext = context,
        };
        IReadOnlyList<InventoryItem>? answer = await run.TryAsync<IReadOnlyList<InventoryItem>>(
            "the inventory", line, async () => await client.Extensions.Product.ByCountry(country).CheckInventoryAsync(check, stop).ConfigureAwait(false)).ConfigureAwait(false);
        InventoryItem? stock = answer?.FirstOrDefault(i => string.Equals(i.SkuId, item.SkuId, StringComparison.OrdinalIgnoreCase));
        if (answer != null && stock == null)
        {
            findings.Add(CartRules.InventoryNotListed, $"The inventory check does not list {item.ProductAndSku}.", line);
        }
        else if (stock?.IsRestricted == true)
        {
            string why = string.Join("; ", stock.Restrictions?.Select(r => r.ToString()) ?? Enumerable.Empty<string>());
            findings.Add(CartRules.InventoryRestricted, $"{item.ProductAndSku} is restricted: {why}", line);
        }
    }

    private async Task CheckAddonAsync(CartLineItem line, Sku sku, CancellationToken stop)
    {
        string[] bases = sku.DynamicAttribute("prerequisiteSkus") is object[] listed ? listed.OfType<string>().ToArray() : Array.Empty<string>();
        if (sku.IsAddon != true || bases.Length == 0 || cart.AllLines().Any(other => other != line && IsOneOf(other.CatalogItemId, bases)))
        {
            return;
        }

        IReadOnlyList<Subscription>? owned = subscriptions ??= await run.TryAsync("the subscriptions of the customer", line, () => OwnedAsync(stop)).ConfigureAwait(false);
        if (owned != null && !owned.Any(s => SubscriptionStatus.Known.Same(s.Status, SubscriptionStatus.Active) && IsOneOf(s.OfferId, bases)))
        {
            findings.Add(CartRules.AddonWithoutBase, $"{line.CatalogItemId} is an add-on to {string.Join(" or ", bases.Take(5))}; neither is in the cart or among the customer's subscriptions.", line);
        }
    }

    private async Task<IReadOnlyList<Subscription>?> OwnedAsync(CancellationToken stop)
    {
        var owned = new List<Subscription>();
        Page<Subscription>? page = await customer.Subscriptions.GetAsync(stop).ConfigureAwait(false);
        for (; page != null; page = await page.NextAsync(stop).ConfigureAwait(false))
        {
            owned.AddRange(page.Items);
        }

        return owned;
    }

    /// <summary>Whether the customer has the subscription; null when it could not be found out.</summary>
    private async Task<bool?> SubscriptionAsync(string subscriptionId, CartLineItem line, CancellationToken stop) =>
        await run.TryAsync($"subscription {subscriptionId}", line, async () =>
        {
            try
            {
                await customer.Subscriptions.ById(subscriptionId).GetAsync(stop).ConfigureAwait(false);
                return true;
            }
            catch (PartnerException e) when (e.Kind is PartnerErrorKind.NotFound or PartnerErrorKind.BadRequest or PartnerErrorKind.InvalidInput)
            {
                return false;
            }
        }).ConfigureAwait(false);

    private static bool IsOneOf(string? catalogItemId, string[] productsAndSkus) =>
        CatalogItemId.Parse(catalogItemId) is { } item && productsAndSkus.Contains(item.ProductAndSku, StringComparer.OrdinalIgnoreCase);

    private static string? Context(CartLineItem line, string key) =>
        line.ProvisioningContext != null && line.ProvisioningContext.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
