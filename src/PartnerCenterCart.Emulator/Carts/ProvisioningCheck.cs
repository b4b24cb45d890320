using System;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What reservations and savings plans need in the provisioning context (behaviours.md section 7).</summary>
internal static class ProvisioningCheck
{
    private static readonly string[] Scopes = ["shared", "single"];

    // The table says 3Year, the sample 3Years: both are understood (behaviours.md section 13).
    private static readonly string[] Durations = ["1Year", "3Year", "3Years"];

    public static CartLineError? FirstError(CartLine line, CatalogItem item, PurchaseContext context) => item.Family switch
    {
        ItemFamily.Reservation => Reservation(line, item, context),
        ItemFamily.SavingsPlan => SavingsPlan(line, item, context),
        _ => null,
    };

    private static CartLineError? Reservation(CartLine line, CatalogItem item, PurchaseContext context)
    {
        if (!Scopes.Contains(line.Context("scope"), StringComparer.OrdinalIgnoreCase))
        {
            return CartLineError.Of("InvalidInput", "A reservation needs the scope shared or single in its provisioning context.");
        }

        if (line.Context("duration") is { } duration && !Durations.Contains(duration, StringComparer.OrdinalIgnoreCase))
        {
            return CartLineError.Of("InvalidInput", "The duration in the provisioning context is not 1Year or 3Years.");
        }

        // With an Azure plan, the subscription is the plan or the Azure subscription behind it.
        string? id = line.Context("subscriptionId");
        SubscriptionRecord? azure = context.Subscription(id) ?? (id is null ? null : context.Entitlement(id));
        if (azure is null || !azure.IsActive(context.Now) || context.FamilyOf(azure) is not (ItemFamily.LegacyAzure or ItemFamily.AzurePlan))
        {
            return CartLineError.Of("SubscriptionIsNotValid");
        }

        ReservationScope fits = context.FamilyOf(azure) == ItemFamily.AzurePlan ? ReservationScope.AzurePlan : ReservationScope.Legacy;
        if (item.Sku.Scope is { } scope && scope != fits)
        {
            return CartLineError.Of("SubscriptionIsNotValid", "The reservation does not fit this kind of Azure subscription; see reservationScope.");
        }

        if (azure.RestrictedRegions?.Contains(item.Sku.DynamicAttributes.Value<string>("armRegionName"), StringComparer.OrdinalIgnoreCase) == true)
        {
            return CartLineError.Of("InventoryNotAvailable");
        }

        return azure.IsRegistered(context.Now) ? null : CartLineError.Of("SubscriptionNotRegistered");
    }

    // These have codes of their own, all whole-request ones.
    private static CartLineError? SavingsPlan(CartLine line, CatalogItem item, PurchaseContext context)
    {
        switch ((line.Context("scope") ?? string.Empty).ToLowerInvariant())
        {
            case "shared":
                string plan = line.Context("subscriptionId") ?? throw new ServiceFault("900317");
                if (context.Subscription(plan) is not { } found || !found.IsActive(context.Now) || context.FamilyOf(found) != ItemFamily.AzurePlan)
                {
                    throw new ServiceFault("900318");
                }

                break;
            case "single":
                string entitlement = line.Context("entitlementId") ?? throw new ServiceFault("900313");
                if (context.Entitlement(entitlement) is not { } behind || !behind.IsActive(context.Now))
                {
                    throw new ServiceFault("900314");
                }

                break;
            default:
                throw new ServiceFault("900312");
        }

        return line.PurchaseCommitment is { Amount: { } amount } commitment
            && amount >= (item.Sku.MinimumCommitment ?? 0)
            && EnumText.Plain(commitment.Grain ?? string.Empty) == "hourly"
            && string.Equals(commitment.Currency, line.CurrencyCode, StringComparison.OrdinalIgnoreCase)
                ? null
                : CartLineError.Of("InvalidInput", "A savings plan needs a purchaseCommitment: an hourly amount not below the minimum, in the currency of the line.");
    }
}
