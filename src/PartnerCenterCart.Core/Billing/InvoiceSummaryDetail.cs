namespace PartnerCenterCart;

/// <summary>The part of a balance that one type of invoice has.</summary>
public sealed class InvoiceSummaryDetail : PartnerResource
{
    /// <summary>A text of <see cref="PartnerCenterCart.InvoiceType"/> in the service's spelling: <c>Recurring</c>, <c>OneTime</c>.</summary>
    public string? InvoiceType { get; set; }

    /// <summary>Its balance.</summary>
    public InvoiceSummary? Summary { get; set; }

    /// <summary>Type, amount and currency.</summary>
    public override string ToString() => $"{InvoiceType}: {Summary}";
}
