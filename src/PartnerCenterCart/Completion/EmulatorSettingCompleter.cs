namespace PartnerCenterCart.Commands;

/// <summary>The settings of the emulator.</summary>
public sealed class EmulatorSettingCompleter : ListCompleter
{
    /// <summary>A test compares them with the emulator's own.</summary>
    internal static readonly string[] Names =
    {
        "appOnly",
        "audience",
        "byteOrderMark",
        "cancellationDays",
        "emptyPages",
        "exportSeconds",
        "failingItems",
        "generatedProducts",
        "lineItemLagSeconds",
        "malformedLinks",
        "manifestLink",
        "orderListLagSeconds",
        "pageSize",
        "promotionErrorsOf2021",
        "provisioningSeconds",
        "purchaseOrderItems",
        "purchaseOrderReviewSeconds",
        "registrationSeconds",
        "reissueDays",
        "rejectPurchaseOrders",
        "requestsPerMinute",
        "requireMfa",
        "retiredLineItems",
        "sandbox",
        "sasSeconds",
        "subscriptionLagSeconds",
        "tokenLength",
        "tokenPlace",
    };

    /// <summary>All that there are.</summary>
    public EmulatorSettingCompleter()
        : base(Names)
    {
    }
}
