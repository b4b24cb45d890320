using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>What has to be there before a line is bought: subscriptions, their registration, stock.</summary>
internal sealed class PrerequisiteRules
{
    private readonly PartnerClient client;
    private readonly CustomerFacts facts;
    private readonly string customerId;
    private readonly FindingList findings;
    private readonly CheckRunner run;

    public PrerequisiteRules(PartnerClient client, CustomerFacts facts, string customerId, FindingList findings, CheckRunner run)
    {
        this.client = client;
        this.facts = facts;
        this.customerId = customerId;
        this.findings = findings;
        this.run = run;
    }

    public async Task CheckParentAsync(CartLineItem line, CancellationToken stop)
    {
        if (Context(line, "ParentSubscriptionId") is { } parent
            && await SubscriptionAsync(parent, line, stop).ConfigureAwait(false) == false)
        {
            findings.Add(CartRules.ParentSubscriptionUnknown, $"The customer has no subscription {parent}.", line);
        }
    }

    public async Task CheckAsync(CartLineItem line, Sku sku, CatalogItemId item, string country, CancellationToken stop)
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
                    $"the registration of subscription {azure}", line, async () => await facts.RegistrationAsync(azure, stop).ConfigureAwait(false)).ConfigureAwait(false);
                if (status != null && !SubscriptionRegistrationState.Known.Same(status.Status, SubscriptionRegistrationState.Registered))
                {
                    findings.Add(CartRules.AzureSubscriptionNotRegistered, $"Subscription {azure} is {status.Status}.", line);
                }
            }
        }

        // Without the subscription that the check asks for, the missing variable is the finding.
        bool canAsk = azure != null || sku.InventoryVariables?.Any(name => name.Equals("AzureSubscriptionId", StringComparison.OrdinalIgnoreCase)) != true;
        if (canAsk && sku.Requires(PurchasePrerequisite.InventoryCheck) && run.HasCountry("the inventory", line, country))
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
        IReadOnlyList<InventoryItem>? answer = await run.TryPostAsync<IReadOnlyList<InventoryItem>>(
            "the inventory", line, async () => await client.Extensions.Product.ByCountry(country).CheckInventoryAsync(check, stop).ConfigureAwait(false)).ConfigureAwait(false);
        InventoryItem? stock = answer?.FirstOrDefault(i => string.Equals($"{i.ProductId}:{i.SkuId}", item.ProductAndSku, StringComparison.OrdinalIgnoreCase));
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

    /// <summary>Whether the customer has the subscription; null when it could not be found out.</summary>
    private async Task<bool?> SubscriptionAsync(string subscriptionId, CartLineItem line, CancellationToken stop) =>
        await run.TryAsync($"subscription {subscriptionId}", line, async () => await facts.SubscriptionAsync(subscriptionId, stop).ConfigureAwait(false) != null).ConfigureAwait(false);

    private static string? Context(CartLineItem line, string key) =>
        line.ProvisioningContext != null && line.ProvisioningContext.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
