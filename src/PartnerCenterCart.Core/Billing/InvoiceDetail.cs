namespace PartnerCenterCart;

/// <summary>One set of line items that an invoice has.</summary>
public sealed class InvoiceDetail : PartnerResource
{
    /// <summary>A text of <see cref="PartnerCenterCart.InvoiceLineItemType"/>.</summary>
    public string? InvoiceLineItemType { get; set; }

    /// <summary>A text of <see cref="PartnerCenterCart.BillingProvider"/>.</summary>
    public string? BillingProvider { get; set; }

    /// <summary><see cref="StandardResourceLinks.Self"/> are the line items; missing inside amendments.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Model and version.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Provider and kind of lines.</summary>
    public override string ToString() => $"{BillingProvider} {InvoiceLineItemType}";
}
