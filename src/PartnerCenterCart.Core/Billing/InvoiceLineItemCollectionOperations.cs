namespace PartnerCenterCart;

/// <summary>One set of line items of an invoice, or of open charges, through the interface with pages.</summary>
public sealed class InvoiceLineItemCollectionOperations
{
    private const string Unbilled = "unbilled";

    private readonly CallSender sender;
    private readonly InvoiceLineItemSource source;

    internal InvoiceLineItemCollectionOperations(CallSender sender, InvoiceLineItemSource source)
    {
        this.sender = sender;
        this.source = source;
    }

    /// <summary>Reads the rows page by page. Nothing is sent before the first is asked for.</summary>
    /// <param name="size">Rows on a page, at most and by default 2000.</param>
    /// <param name="hasPartnerEarnedCredit">Only rows with partner earned credit, or only those without; null does not ask.</param>
    /// <exception cref="PartnerException">InvalidInput: the size.</exception>
    public InvoiceLineItemReader Open(int? size = null, bool? hasPartnerEarnedCredit = null)
    {
        ResourcePath path = ResourcePath.Root.Add("invoices", source.InvoiceId ?? Unbilled, "lineitems")
            .Query("provider", BillingProvider.InQuery(source.Provider))
            .Query("invoiceLineItemType", InvoiceLineItemType.Known.NameOf(source.LineItemType))
            .Query("currencyCode", source.CurrencyCode)
            .Query("period", source.Period)
            .Query("size", Size(size))
            .Query("offset", HasOffsets ? "0" : null)
            .Query("hasPartnerEarnedCredit", hasPartnerEarnedCredit switch { true => "true", false => "false", _ => null });
        return new PagedLineItemReader(sender, source.InvoiceId == null ? "invoices.unbilledLineItems" : "invoices.lineItems", source, path.ToString());
    }

    /// <summary>The same by the older route that the archived SDK has; not for open charges.</summary>
    /// <param name="size">Rows on a page, at most and by default 2000.</param>
    /// <exception cref="PartnerException">InvalidInput: the size; open charges.</exception>
    public InvoiceLineItemReader OpenLegacy(int? size = null)
    {
        if (source.InvoiceId == null)
        {
            throw PartnerException.InvalidInput("The older route has no open charges; it is for invoices.");
        }

        ResourcePath path = ResourcePath.Root.Add("invoices", source.InvoiceId, "lineitems")
            .Add(BillingProvider.Known.NameOf(source.Provider)!, InvoiceLineItemType.Known.NameOf(source.LineItemType)!)
            .Query("size", Size(size))
            .Query("offset", HasOffsets ? "0" : null);
        return new PagedLineItemReader(sender, "invoices.lineItemsLegacy", source, path.ToString());
    }

    // Legacy rows page by offset, the others by tokens (contract: newer-facts.md).
    private bool HasOffsets => source.Provider is BillingProvider.Azure or BillingProvider.Office;

    private static string Size(int? size) => InvoiceCheck.PageSize(size ?? InvoiceCheck.LargestPage)!;
}
