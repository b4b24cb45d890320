using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>Every rule, in the order in which they are applied (contract: behaviours.md, sections 6 and 7).</summary>
public static class CartRules
{
    internal static readonly CartRule NoLines = Error("NoLines", false, "The cart has no lines.", "Add at least one line.");
    internal static readonly CartRule CartOrdered = Warning("CartOrdered", false, "The cart is ordered already.", "Nothing is bought twice; Get-PartnerCustomerOrder shows its orders.");
    internal static readonly CartRule CartExpired = Error("CartExpired", false, "The cart has expired.", "Pipe its lines to New-PartnerCustomerCart.");
    internal static readonly CartRule CartExpiresSoon = Warning("CartExpiresSoon", false, "Less than an hour is left before the cart expires.", "Check it out now, or pipe its lines to New-PartnerCustomerCart; an update does not extend it.");
    internal static readonly CartRule MixedCurrencies = Warning("MixedCurrencies", false, "The lines name more than one currency.", "Leave the currency out: the service chooses that of the customer's market.");
    internal static readonly CartRule ResellerAttestationMissing = Error("ResellerAttestationMissing", false, "A line names resellers and the cart lacks the partner's attestation (900206).", "Set PartnerOnRecordAttestationAccepted to true on the cart.");
    internal static readonly CartRule LineHasError = Error("LineHasError", false, "The service has put an error on the line.", "Fix what it says, or remove the line.");
    internal static readonly CartRule CatalogItemMissing = Error("CatalogItemMissing", false, "The line has no catalog item id.", "Take one from an availability.");
    internal static readonly CartRule QuantityInvalid = Error("QuantityInvalid", false, "The quantity is missing or below 1.", "Use a whole number of at least 1.");
    internal static readonly CartRule BillingCycleInvalid = Error("BillingCycleInvalid", false, "The billing cycle is missing or not a documented one.", "Use monthly, annual, one_time, none, triennial or biennial, as the SKU supports.");
    internal static readonly CartRule TermInvalid = Error("TermInvalid", false, "The term is no ISO 8601 duration.", "Use P1M, P1Y or P3Y.");
    internal static readonly CartRule CycleLongerThanTerm = Error("CycleLongerThanTerm", false, "The billing cycle is longer than the term (900270).", "Use a shorter cycle or a longer term.");
    internal static readonly CartRule TooManyResellers = Error("TooManyResellers", false, "More than five additional resellers are named, or more than one transaction reseller.", "Name one transaction reseller and at most five additional ones.");
    internal static readonly CartRule CustomTermEndDateInvalid = Error("CustomTermEndDateInvalid", false, "The custom end date is in the past, after the first term, or one that a monthly term cannot have (900242).", "Use the end of another subscription of the customer or the last day of a month, inside the first term.");
    internal static readonly CartRule CustomerUnknown = Error("CustomerUnknown", true, "The customer cannot be read.", "Check the customer id and the relationship with the customer.");
    internal static readonly CartRule CustomerNotAllowed = Error("CustomerNotAllowed", true, "The validation status does not allow the customer to buy.", "Settle the status of the customer account first.");
    internal static readonly CartRule AgreementMissing = Error("AgreementMissing", true, "The customer has accepted no agreement (13605).", "Have the Microsoft Customer Agreement accepted, and confirm that: New-PartnerCustomerAgreement.");
    internal static readonly CartRule CatalogItemUnknown = Error("CatalogItemUnknown", true, "There is no such catalog item.", "Find the item again with Find-PartnerProductAvailability.");
    internal static readonly CartRule CatalogItemStale = Error("CatalogItemStale", true, "The catalog item id was reissued (10001, 400019).", "Use the current id.");
    internal static readonly CartRule NotPurchasable = Error("NotPurchasable", true, "The availability is not for sale.", "Choose another availability of the SKU.");
    internal static readonly CartRule QuantityOutOfRange = Error("QuantityOutOfRange", true, "The quantity is outside the limits of the SKU (2002, 900275).", "Use a quantity within the limits.");
    internal static readonly CartRule BillingCycleNotOffered = Error("BillingCycleNotOffered", true, "SKU and availability do not offer the billing cycle with this term (900269, 10013).", "Use one of the pairs that are offered.");
    internal static readonly CartRule TermNotOffered = Error("TermNotOffered", true, "The availability does not offer the term (800121).", "Use one of the terms that are offered.");
    internal static readonly CartRule TermMissing = Error("TermMissing", true, "The item is sold by term and the line names none.", "Name one of the terms that are offered.");
    internal static readonly CartRule TermNotAllowed = Error("TermNotAllowed", true, "The item takes no term and the line names one.", "Leave the term out.");
    internal static readonly CartRule ProvisioningVariableMissing = Error("ProvisioningVariableMissing", true, "The SKU demands a provisioning variable that the line does not give.", "Add it to ProvisioningContext.");
    internal static readonly CartRule AttestationMissing = Error("AttestationMissing", true, "The SKU enforces an attestation (10012, 900203).", "Set AttestationAccepted to true on the line.");
    internal static readonly CartRule AzureSubscriptionUnknown = Error("AzureSubscriptionUnknown", true, "The Azure subscription is not one of the customer's (10007).", "Check subscriptionId in ProvisioningContext.");
    internal static readonly CartRule AzureSubscriptionNotRegistered = Error("AzureSubscriptionNotRegistered", true, "The Azure subscription is not registered for reservations (10011, 800030).", "Register it and wait until it is registered.");
    internal static readonly CartRule SavingsPlanScopeInvalid = Error("SavingsPlanScopeInvalid", true, "The savings plan names no scope, or one that is neither shared nor single (900312).", "Set scope in ProvisioningContext to shared or single.");
    internal static readonly CartRule SavingsPlanContextMissing = Error("SavingsPlanContextMissing", true, "The savings plan lacks the Azure plan (900317) or the Azure subscription (900313) that it is for.", "Shared: subscriptionId of the Azure plan. Single: entitlementId, the Azure subscription.");
    internal static readonly CartRule AzurePlanNotActive = Error("AzurePlanNotActive", true, "The Azure plan of a shared savings plan is not an active one of the customer (900318).", "Use the id of an active Azure plan; Get-PartnerCustomerSubscription lists them.");
    internal static readonly CartRule AzureSubscriptionNotActive = Warning("AzureSubscriptionNotActive", true, "No active subscription of the customer names the Azure subscription of a single savings plan (900314).", "Check entitlementId in ProvisioningContext.");
    internal static readonly CartRule InventoryRestricted = Error("InventoryRestricted", true, "The inventory check restricts the item.", "Choose another SKU or region, or try again later.");
    internal static readonly CartRule InventoryNotListed = Warning("InventoryNotListed", true, "The inventory check says nothing about the item.", "Check product, SKU and region.");
    internal static readonly CartRule ParentSubscriptionUnknown = Error("ParentSubscriptionUnknown", true, "The parent subscription is not one of the customer's.", "Use the id of an active base subscription.");
    internal static readonly CartRule AddonWithoutBase = Error("AddonWithoutBase", true, "The add-on has no base, in the cart or among the customer's subscriptions (10018).", "Add a line for one of its base SKUs.");
    internal static readonly CartRule PromotionUnknown = Error("PromotionUnknown", true, "There is no such promotion (10014).", "Get-PartnerProductPromotion lists those that run.");
    internal static readonly CartRule PromotionNotRunning = Error("PromotionNotRunning", true, "The promotion has not begun or is over.", "Leave it out, or use one that runs.");
    internal static readonly CartRule PromotionSeats = Error("PromotionSeats", true, "The quantity is outside the seat limits of the promotion.", "Use a quantity within them, or leave the promotion out.");
    internal static readonly CartRule PromotionNotEligible = Error("PromotionNotEligible", true, "The customer or the line is not eligible for the promotion.", "Leave the promotion out.");
    internal static readonly CartRule PromotionOrder = Warning("PromotionOrder", true, "A promotion for first purchases comes after other lines, which are evaluated first.", "Put its line before the others.");
    internal static readonly CartRule CheckNotPossible = Information("CheckNotPossible", true, "A check could not be made.", "Connect with a credential that may read this, or rely on the service's own check.");

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<CartRule> All { get; } = new[]
    {
        NoLines, CartOrdered, CartExpired, CartExpiresSoon, MixedCurrencies, ResellerAttestationMissing, LineHasError,
        CatalogItemMissing, QuantityInvalid, BillingCycleInvalid, TermInvalid, CycleLongerThanTerm, TooManyResellers,
        CustomTermEndDateInvalid, CustomerUnknown, CustomerNotAllowed, AgreementMissing, CatalogItemUnknown, CatalogItemStale,
        NotPurchasable, QuantityOutOfRange, BillingCycleNotOffered, TermNotOffered, TermMissing, TermNotAllowed,
        ProvisioningVariableMissing, AttestationMissing, AzureSubscriptionUnknown, AzureSubscriptionNotRegistered,
        SavingsPlanScopeInvalid, SavingsPlanContextMissing, AzurePlanNotActive, AzureSubscriptionNotActive,
        InventoryRestricted, InventoryNotListed, ParentSubscriptionUnknown, AddonWithoutBase, PromotionUnknown,
        PromotionNotRunning, PromotionSeats, PromotionNotEligible, PromotionOrder, CheckNotPossible,
    };

    private static CartRule Error(string id, bool needsCall, string description, string recommendation) =>
        new(id, FindingSeverity.Error, needsCall, description, recommendation);

    private static CartRule Warning(string id, bool needsCall, string description, string recommendation) =>
        new(id, FindingSeverity.Warning, needsCall, description, recommendation);

    private static CartRule Information(string id, bool needsCall, string description, string recommendation) =>
        new(id, FindingSeverity.Information, needsCall, description, recommendation);
}
