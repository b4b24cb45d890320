using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Core.Tests;

/// <summary>One model of finding and choosing: its C# type, its fixture, and its members as models.md lists them.</summary>
internal sealed class CatalogModel
{
    /// <summary>Copied from models.md, sections 1 to 4, 7 and 10, so that no renaming in C# can change both sides.</summary>
    public static readonly IReadOnlyList<CatalogModel> All = new CatalogModel[]
    {
        new(typeof(Address), "step2-address",
            "country", "region", "state", "city", "postalCode", "addressLine1", "addressLine2", "addressLine3", "district",
            "firstName", "middleName", "lastName", "phoneNumber", "emailAddress", "id"),
        new(typeof(Customer), "step2-customer",
            "id", "commerceId", "companyProfile", "billingProfile", "relationshipToPartner", "allowDelegatedAccess",
            "userCredentials", "customDomains", "associatedPartnerId", "links", "attributes"),
        new(typeof(UserCredentials), "step2-user-credentials", "userName", "password"),
        new(typeof(CustomerCompanyProfile), "step2-customer-company-profile",
            "tenantId", "domain", "companyName", "organizationRegistrationNumber", "address", "email", "links",
            "attributes"),
        new(typeof(CustomerBillingProfile), "step2-customer-billing-profile",
            "id", "firstName", "lastName", "email", "culture", "language", "companyName", "defaultAddress", "links",
            "attributes"),
        new(typeof(ValidationStatus), "step2-validation-status", "type", "status", "lastUpdateDateTime"),
        new(typeof(Product), "step2-product",
            "id", "title", "description", "productType", "isMicrosoftProduct", "publisherName", "localizedAttributes",
            "links", "attributes"),
        new(typeof(ItemType), "step2-item-type", "id", "displayName", "subType", "attributes"),
        new(typeof(LocalizedAttribute), "step2-localized-attribute", "key", "value"),
        new(typeof(ProductLinks), "step2-product-links", "skus", "self", "next", "previous"),
        new(typeof(Sku), "step2-sku",
            "id", "productId", "title", "description", "minimumQuantity", "maximumQuantity", "isTrial", "termsOfUseUri",
            "supportedBillingCycles", "purchasePrerequisites", "inventoryVariables", "provisioningVariables", "actions",
            "constraints", "dynamicAttributes", "attestationProperties", "consumptionType", "specializedOfferProperties",
            "minimumPurchaseCommitment", "links", "attributes"),
        new(typeof(SkuLinks), "step2-sku-links", "availabilities", "self", "next", "previous"),
        new(typeof(SkuAttestationProperties), "step2-sku-attestation-properties", "enforceAttestation", "attestationType"),
        new(typeof(SpecializedOfferProperties), "step2-specialized-offer-properties", "startDate", "endDate", "pricingPolicies"),
        new(typeof(SpecializedOfferPricingPolicy), "step2-specialized-offer-pricing-policy", "policyType", "value"),
        new(typeof(MinimumPurchaseCommitment), "step2-minimum-purchase-commitment", "grain", "currencyCode", "amount"),
        new(typeof(Constraint), "step2-constraint", "constraintName", "constraintType", "constraintValue"),
        new(typeof(Availability), "step2-availability",
            "id", "productId", "skuId", "catalogItemId", "defaultCurrency", "segment", "country", "isPurchasable",
            "isRenewable", "renewalInstructions", "terms", "includedQuantityOptions", "product", "sku", "links"),
        new(typeof(CurrencyInfo), "step2-currency-info", "code", "symbol"),
        new(typeof(AvailabilityTerm), "step2-availability-term",
            "id", "duration", "description", "billingCycle", "renewalOptions", "cancellationPolicies"),
        new(typeof(RenewalOption), "step2-renewal-option", "termDuration", "description"),
        new(typeof(CancellationPolicy), "step2-cancellation-policy", "refundOptions"),
        new(typeof(CancellationRefundOption), "step2-cancellation-refund-option", "sequenceId", "type", "expiresAfter"),
        new(typeof(RenewalInstruction), "step2-renewal-instruction", "applicableTermIds", "renewalOptions"),
        new(typeof(RenewalInstructionOption), "step2-renewal-instruction-option", "renewToId", "isAutoRenewable"),
        new(typeof(AvailabilityIncludedQuantity), "step2-availability-included-quantity", "units", "description"),
        new(typeof(InventoryCheckRequest), "step2-inventory-check-request", "targetItems", "inventoryContext", "links"),
        new(typeof(InventoryItem), "step2-inventory-item", "productId", "skuId", "isRestricted", "restrictions"),
        new(typeof(InventoryRestriction), "step2-inventory-restriction", "reasonCode", "description", "properties"),
        new(typeof(ProductPromotion), "step2-product-promotion",
            "id", "name", "description", "startDate", "endDate", "properties", "requiredProducts", "promotionConstraints",
            "attributes"),
        new(typeof(ProductPromotionProperties), "step2-product-promotion-properties", "isAutoApplicable"),
        new(typeof(ProductPromotionRequiredProduct), "step2-product-promotion-required-product",
            "productId", "skuId", "term", "pricingPolicies"),
        new(typeof(PromotionTerm), "step2-promotion-term", "duration", "billingCycle"),
        new(typeof(ProductPromotionPricingPolicy), "step2-product-promotion-pricing-policy", "policyType", "value"),
        new(typeof(PromotionConstraints), "step2-promotion-constraints",
            "seatConstraints", "assetOwnershipLimits", "eligibilityConstraints", "productOwnershipConstraints"),
        new(typeof(SeatConstraint), "step2-seat-constraint", "minSeats", "maxSeats", "type"),
        new(typeof(AssetOwnershipLimit), "step2-asset-ownership-limit", "minAssets", "maxAssets", "type"),
        new(typeof(EligibilityConstraint), "step2-eligibility-constraint", "isApplicable", "type"),
        new(typeof(ProductOwnershipConstraint), "step2-product-ownership-constraint", "bigId", "minSeats", "maxSeats"),
        new(typeof(PromotionEligibilitiesRequest), "step2-promotion-eligibilities-request", "items", "attributes"),
        new(typeof(PromotionEligibilitiesRequestItem), "step2-promotion-eligibilities-request-item",
            "id", "catalogItemId", "quantity", "termDuration", "billingCycle", "promotionId"),
        new(typeof(PromotionEligibilities), "step2-promotion-eligibilities",
            "id", "catalogItemId", "quantity", "billingCycle", "termDuration", "eligibilities", "attributes"),
        new(typeof(PromotionEligibility), "step2-promotion-eligibility", "promotionId", "isEligible", "errors"),
        new(typeof(PromotionEligibilityError), "step2-promotion-eligibility-error",
            "type", "description", "minimumRequiredSeats", "maximumRequiredSeats", "availableSeats",
            "maxPromotionRedemptionCount", "remainingPromotionRedemptionCount", "eligibleTerms"),
        new(typeof(Subscription), "step2-subscription",
            "id", "entitlementId", "offerId", "offerName", "friendlyName", "productType", "quantity", "unitType",
            "parentSubscriptionId", "consumptionType", "creationDate", "effectiveStartDate", "commitmentEndDate",
            "commitmentEndDateTime", "cancellationAllowedUntilDate", "billingCycleEndDate", "billingCycleEndDateTime",
            "status", "autoRenewEnabled", "billingType", "billingCycle", "hasPurchasableAddons", "isTrial",
            "isMicrosoftProduct", "publisherName", "actions", "termDuration", "renewalTermDuration", "refundOptions",
            "refundableQuantity", "partnerId", "suspensionReasons", "contractType", "orderId", "promotionId",
            "migratedFromSubscriptionId", "customTermEndDate", "scheduledNextTermInstructions", "nextChargeInstructions",
            "attentionNeeded", "actionTaken", "productOrderId", "lineItems", "links", "attributes"),
        new(typeof(SubscriptionLinks), "step2-subscription-links",
            "offer", "entitlement", "parentSubscription", "product", "sku", "availability", "activationLinks", "self",
            "next", "previous"),
        new(typeof(RefundOption), "step2-refund-option", "type", "expiresAt"),
        new(typeof(RefundableQuantity), "step2-refundable-quantity", "totalQuantity", "details"),
        new(typeof(RefundableQuantityDetail), "step2-refundable-quantity-detail", "quantity", "allowedUntilDateTime"),
        new(typeof(ScheduledNextTermInstructions), "step2-scheduled-next-term-instructions", "product", "quantity", "customTermEndDate"),
        new(typeof(NextChargeInstructions), "step2-next-charge-instructions", "product", "quantity"),
        new(typeof(ProductTerm), "step2-product-term",
            "productId", "skuId", "availabilityId", "billingCycle", "termDuration", "promotionId"),
        new(typeof(SubscriptionLineItem), "step2-subscription-line-item",
            "id", "friendlyName", "scope", "autoRenewEnabled", "status", "purchaseCommitment"),
        new(typeof(SubscriptionScope), "step2-subscription-scope",
            "type", "subscriptionId", "entitlementId", "managementGroupId", "resourceGroupId"),
        new(typeof(SubscriptionProvisioningStatus), "step2-subscription-provisioning-status",
            "skuId", "status", "quantity", "endDate", "attributes"),
        new(typeof(SubscriptionRegistrationStatus), "step2-subscription-registration-status", "subscriptionId", "status", "attributes"),
        new(typeof(SubscriptionActivationResult), "step2-subscription-activation-result", "subscriptionId", "status"),
        new(typeof(CustomTermEndDate), "step2-custom-term-end-date",
            "allowedCustomTermEndDateType", "allowedCustomTermEndDate", "cotermSubscriptionIds"),
        new(typeof(Contact), "step2-contact", "firstName", "lastName", "email", "phoneNumber"),
        new(typeof(Agreement), "step2-agreement", "userId", "primaryContact", "templateId", "dateAgreed", "type", "agreementLink"),
        new(typeof(AgreementMetaData), "step2-agreement-meta-data", "templateId", "agreementType", "agreementLink", "versionRank"),
        new(typeof(DirectSignedCustomerAgreementStatus), "step2-direct-signed-customer-agreement-status", "isSigned"),
    };

    private CatalogModel(Type type, string fixture, params string[] members)
    {
        Type = type;
        Fixture = fixture;
        Members = members;
    }

    public Type Type { get; }

    public string Fixture { get; }

    public string[] Members { get; }

    public static CatalogModel Named(string fixture) => All.Single(model => model.Fixture == fixture);
}
