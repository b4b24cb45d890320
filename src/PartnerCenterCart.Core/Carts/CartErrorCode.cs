namespace PartnerCenterCart;

/// <summary>Why the service refused a cart line (contract: models.md, section 5).</summary>
public static class CartErrorCode
{
    /// <summary>The documented values; 10005 is not defined.</summary>
    public static KnownText Known { get; } = new(
        (0, "unknown", "Unknown"),
        (10000, "currency_is_not_supported", "CurrencyIsNotSupported"),
        (10001, "catalog_item_id_is_not_valid", "CatalogItemIdIsNotValid"),
        (10002, "quota_not_available", "QuotaNotAvailable"),
        (10003, "inventory_not_available", "InventoryNotAvailable"),
        (10004, "participants_is_not_supported_for_partner", "ParticipantsIsNotSupportedForPartner"),
        (10006, "unable_to_process_cart_line_item", "UnableToProcessCartLineItem"),
        (10007, "subscription_is_not_valid", "SubscriptionIsNotValid"),
        (10008, "subscription_is_not_enabled_for_r_i", "SubscriptionIsNotEnabledForRI"),
        (10009, "sandbox_limit_exceeded", "SandboxLimitExceeded"),
        (10010, "invalid_input", "InvalidInput"),
        (10011, "subscription_not_registered", "SubscriptionNotRegistered"),
        (10012, "attestation_not_accepted", "AttestationNotAccepted"),
        (10013, "billing_plan_not_supported", "BillingPlanNotSupported"),
        (10014, "invalid_promotion_id", "InvalidPromotionId"),
        (10015, "max_allowed_seats_per_subscription_exceeded", "MaxAllowedSeatsPerSubscriptionExceeded"),
        (10016, "invalid_custom_term_end_date_product", "InvalidCustomTermEndDateProduct"),
        (10017, "invalid_custom_term_end_date", "InvalidCustomTermEndDate"),
        (10018, "base_offer_seat_quantity_not_met", "BaseOfferSeatQuantityNotMet"),
        (10019, "minimum_add_on_seats_not_met", "MinimumAddOnSeatsNotMet"),
        (500600, "legacy_offer_not_eligible_for_purchase", "LegacyOfferNotEligibleForPurchase"));

    /// <summary>What to do about a code, in one sentence; null for a code that is not documented.</summary>
    public static string? Remedy(string? errorCode) => Known.NumberOf(errorCode) switch
    {
        10000 => "Leave the currency out, or use the partner's or the market's currency.",
        10001 => "Read the availability again (Find-PartnerProductAvailability -Refresh), its catalog item id is reissued regularly, and replace the line.",
        10002 or 10009 or 10015 => "Lower the quantity; availableQuantity in AdditionalInformation tells what is left, where the service gave it.",
        10003 => "Check the inventory for the item and the region, or try again later.",
        10004 => "Leave the participants out; this partner may not name any.",
        10007 => "Check subscriptionId in the provisioning context; it must be an active subscription of this customer.",
        10008 or 10011 => "Register the Azure subscription for reservations first, wait until it is registered, then update the cart.",
        10012 => "Set AttestationAccepted to true on the line.",
        10013 => "Use a billing cycle that the SKU supports for this term.",
        10014 => "Leave the promotion out, or use one that runs and fits the customer.",
        10016 or 10017 => "Use an allowed end date: the end of another subscription of the customer or the last day of a month.",
        10018 => "Raise the seats of the base offer, or lower those of the add-on.",
        10019 => "Raise the seats of the add-on.",
        500600 => "The legacy offer is withdrawn; buy its new commerce successor.",
        _ => null,
    };
}
