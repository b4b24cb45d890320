namespace PartnerCenterCart;

/// <summary>What to do about the service's own codes (contract: behaviours.md, section 11). One sentence each.</summary>
internal static class ServiceCodes
{
    /// <summary>The cart was submitted before: its purchase was made.</summary>
    public const string AlreadySubmitted = "800065";

    /// <summary>The same person confirms the same agreement twice; its HTTP status is not documented.</summary>
    public const string AgreementConfirmedBefore = "600061";

    /// <summary>Microsoft Graph has no reconciliation data for this invoice: a legacy one, or one before February 2024.</summary>
    public const string NoReconciliationData = "5000";

    /// <summary>Codes of a 5xx that tell that the work was not done: the order could not be made, the item cannot be handled.</summary>
    public static bool SaysThatItFailed(string? code) => code is "800005" or "800031" or "800083" or "800084" or "800087";

    public static string? Remedy(string? code, int status, string operation) => code switch
    {
        "900420" => "The token was issued for a retired audience; ask for https://api.partnercenter.microsoft.com and connect again.",
        "900421" => "The user's token lacks multi-factor authentication. " + SignInCodes.MfaRemedy,
        "900329" => "This operation takes App+User tokens only. " + OperationCredential.Remedy,
        "2032" or "900150" or "900308" => "Give the signed-in user or application the role that this needs (admin agent or sales agent).",
        "900309" => "A conditional access policy blocks this; sign in from a place and device that it allows.",
        "20002" => "The partner has no reseller relationship with this customer; check the customer id.",
        "60003" or "900118" => "Check the customer id: it is the customer's tenant id, a GUID.",
        "13605" => "The customer has to accept the Microsoft Customer Agreement first; New-PartnerCustomerAgreement confirms that, after it happened.",
        "600061" => "The agreement is confirmed with this person already, so nothing is left to do; Get-PartnerCustomerAgreement shows it. Another person can be confirmed besides.",
        "900416" or "800073" or "800074" or "800075" => "The customer account is locked, under review or rejected; nothing can be bought for it until that is settled.",
        "400013" => "Check the product id and the country; Get-PartnerProduct lists products.",
        "400018" => "Check the SKU id, it has four characters; Get-PartnerProductSku lists the SKUs of a product. Some reservations need -ReservationScope AzurePlan.",
        "400030" => "The partner or the customer may not buy in this segment; leave -Segment out, or use the customer's own.",
        "400036" => "The partner may not see this part of the catalogue; use another -Catalog.",
        "20003" => "Check the subscription id; a new subscription appears some minutes after its order.",
        "400019" => "Read the availability again, its catalog item id is reissued regularly, update the cart and repeat.",
        "800002" => "Check the lines of the cart against the SKU.",
        "800008" => "The cart does not exist, belongs to another customer or has expired (after seven days). Make a new one; the lines of the old one can be piped to New-PartnerCustomerCart.",
        "800009" => "Look at the Error of each line.",
        "800010" => "The item is out of stock; check the inventory or try again later.",
        "800060" or "800064" => "Another request works on this cart; wait a few minutes and look at Get-PartnerCustomerOrder before anything else.",
        "800065" => "The cart was submitted before and is not bought again; Get-PartnerCustomerOrder shows its orders.",
        "20000" => "Check the order id; a new order can be read by its id at once, but is in the list only after up to 15 minutes.",
        "800043" => "The credential may not see prices; leave -IncludePrice out.",
        "900126" => "One of the values is not a documented one; check billing cycle and participants.",
        "900169" => "Leave the currency out, or use the partner's or the market's.",
        "900203" => "Set AttestationAccepted to true on the lines whose SKU enforces an attestation.",
        "900206" => "Set PartnerOnRecordAttestationAccepted to true on the cart: it names resellers.",
        "900269" or "900270" or "800121" => "Use a term and a billing cycle that the SKU supports; the cycle may not be longer than the term.",
        "2002" or "800017" or "900275" => "Use a quantity within the limits of the SKU.",
        "800007" => "The order is not that far yet; Wait-PartnerCustomerOrder waits for it.",
        "2055" => "Somebody else changed it in between; read it again and repeat.",
        "900117" or "900213" => "The cancellation window is over; letting it end instead of renewing it is what is left.",
        "900214" or "900257" => "Licences can only be taken back while their own window is open; lower the quantity for the next term instead.",
        "800019" or "800061" or "800063" or "800077" => "Not everything is cancelled through its order: new commerce, marketplace and Azure plans are cancelled through their subscription, once it is there.",
        "800014" or "800082" or "900278" => "An earlier change is still under way; try again later.",
        "800040" => "The service does not change this status so; a legacy subscription is suspended rather than deleted.",
        "900252" => "Send the purchase-order document itself: Add-PartnerCustomerOrderAttachment -Path.",
        "900253" => "A purchase that is part of a tender needs its proof: -TenderPath or -TenderLink.",
        "900254" => "Name price and currency of the purchase order: -CustomerPrice, -Currency.",
        "800085" => "An add-on has the billing cycle of its order; change that first, or buy the add-on in a cart.",
        "800029" => "The add-on does not go with this base subscription; look at what the base offer takes.",
        "6000" or "27009" => "Set the status of the subscriptions to active first: Set-PartnerCustomerSubscription -Status active.",
        "6001" => "The offer is not sold with this billing cycle; leave it, or buy another offer.",
        "2001" or "800091" => "Set the status to active first.",
        NoReconciliationData => "Microsoft Graph has no data for this; legacy invoices, and those before February 2024, have their line items in -Api v1.",
        "1000" when status == 404 => "Check the ids.",
        _ when status == 404 && operation.StartsWith("carts.", System.StringComparison.Ordinal) => "Check the cart id and the customer id.",
        _ => null,
    };
}
