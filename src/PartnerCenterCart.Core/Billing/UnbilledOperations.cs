namespace PartnerCenterCart;

/// <summary>Open charges in one currency and period.</summary>
public sealed class UnbilledOperations
{
    private readonly CallSender sender;
    private readonly string currencyCode;
    private readonly string period;

    internal UnbilledOperations(CallSender sender, string currencyCode, string period)
    {
        this.sender = sender;
        this.currencyCode = currencyCode;
        this.period = period;
    }

    /// <summary>One set of them. Usage appears after about a day.</summary>
    /// <param name="provider">A text of <see cref="BillingProvider"/> in any spelling.</param>
    /// <param name="lineItemType">A text of <see cref="InvoiceLineItemType"/> in any spelling.</param>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public InvoiceLineItemCollectionOperations By(string provider, string lineItemType) => new(
        sender,
        new InvoiceLineItemSource(null, InvoiceCheck.Provider(provider), InvoiceCheck.LineItemType(lineItemType), InvoiceLineItemSource.V1, currencyCode, period));
}
