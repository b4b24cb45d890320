namespace PartnerCenterCart;

/// <summary>What a SKU may ask for before it can be bought; more may come (contract: models.md, section 3).</summary>
public static class PurchasePrerequisite
{
    /// <summary>An inventory check.</summary>
    public const string InventoryCheck = "InventoryCheck";

    /// <summary>The Azure subscription registered for reservations.</summary>
    public const string AzureSubscriptionRegistration = "AzureSubscriptionRegistration";

    /// <summary>The Microsoft Cloud Agreement accepted.</summary>
    public const string MicrosoftCloudAgreement = "MicrosoftCloudAgreement";

    /// <summary>The Microsoft Customer Agreement accepted.</summary>
    public const string MicrosoftCustomerAgreement = "MicrosoftCustomerAgreement";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, InventoryCheck, nameof(InventoryCheck)),
        (1, AzureSubscriptionRegistration, nameof(AzureSubscriptionRegistration)),
        (2, MicrosoftCloudAgreement, nameof(MicrosoftCloudAgreement)),
        (3, MicrosoftCustomerAgreement, nameof(MicrosoftCustomerAgreement)));
}
