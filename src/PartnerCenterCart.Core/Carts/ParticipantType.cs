namespace PartnerCenterCart;

/// <summary>The part that a partner plays in a purchase.</summary>
public static class ParticipantType
{
    /// <summary>Unset.</summary>
    public const string Unknown = "unknown";

    /// <summary>The indirect reseller who is credited for the sale.</summary>
    public const string TransactionReseller = "transaction_reseller";

    /// <summary>The reseller who is credited for consumption.</summary>
    public const string ConsumptionReseller = "consumption_reseller";

    /// <summary>A further reseller: at most five, EU and EFTA only, without incentives.</summary>
    public const string AdditionalTransactionReseller = "additional_transaction_reseller";

    /// <summary>The documented values and their spellings.</summary>
    public static KnownText Known { get; } = new(
        (0, Unknown, "Unknown"),
        (1, TransactionReseller, "TransactionReseller"),
        (2, ConsumptionReseller, "ConsumptionReseller"),
        (3, AdditionalTransactionReseller, "AdditionalTransactionReseller"));
}
