using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// What an Azure savings plan stands on: a shared one on an Azure plan, a single one on an Azure subscription (contract:
/// behaviours.md, section 7).
/// </summary>
internal sealed class SavingsPlanRules
{
    private readonly CustomerFacts facts;
    private readonly FindingList findings;
    private readonly CheckRunner run;

    public SavingsPlanRules(CustomerFacts facts, FindingList findings, CheckRunner run)
    {
        this.facts = facts;
        this.findings = findings;
        this.run = run;
    }

    public async Task CheckAsync(CartLineItem line, Sku sku, CancellationToken stop)
    {
        // The catalogue knows no kind for them; nothing else has a least commitment.
        if (sku.MinimumPurchaseCommitment == null)
        {
            return;
        }

        string? scope = Context(line, "scope");
        if (string.Equals(scope, "shared", StringComparison.OrdinalIgnoreCase))
        {
            await CheckPlanAsync(line, stop).ConfigureAwait(false);
        }
        else if (string.Equals(scope, "single", StringComparison.OrdinalIgnoreCase))
        {
            await CheckAzureSubscriptionAsync(line, stop).ConfigureAwait(false);
        }
        else
        {
            findings.Add(CartRules.SavingsPlanScopeInvalid, scope == null ? "ProvisioningContext lacks scope." : $"The scope is '{scope}'.", line);
        }
    }

    private async Task CheckPlanAsync(CartLineItem line, CancellationToken stop)
    {
        if (Context(line, "subscriptionId") is not { } plan)
        {
            findings.Add(CartRules.SavingsPlanContextMissing, "A shared savings plan needs subscriptionId: the id of the Azure plan.", line);
            return;
        }

        bool? active = await run.TryAsync($"the Azure plan {plan}", line, async () =>
            SubscriptionStatus.Known.Same((await facts.SubscriptionAsync(plan, stop).ConfigureAwait(false))?.Status, SubscriptionStatus.Active)).ConfigureAwait(false);
        if (active == false)
        {
            findings.Add(CartRules.AzurePlanNotActive, $"The customer has no active Azure plan {plan}.", line);
        }
    }

    private async Task CheckAzureSubscriptionAsync(CartLineItem line, CancellationToken stop)
    {
        if (Context(line, "entitlementId") is not { } azure)
        {
            findings.Add(CartRules.SavingsPlanContextMissing, "A savings plan for a single Azure subscription needs entitlementId: the id of that subscription.", line);
            return;
        }

        IReadOnlyList<Subscription>? owned = await run.TryAsync<IReadOnlyList<Subscription>>(
            "the subscriptions of the customer", line, async () => await facts.SubscriptionsAsync(stop).ConfigureAwait(false)).ConfigureAwait(false);
        if (owned != null && !owned.Any(s => string.Equals(s.EntitlementId, azure, StringComparison.OrdinalIgnoreCase) && SubscriptionStatus.Known.Same(s.Status, SubscriptionStatus.Active)))
        {
            findings.Add(CartRules.AzureSubscriptionNotActive, $"No active subscription of the customer names the Azure subscription {azure}.", line);
        }
    }

    private static string? Context(CartLineItem line, string key) =>
        line.ProvisioningContext != null && line.ProvisioningContext.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
