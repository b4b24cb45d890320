namespace PartnerCenterCart;

/// <summary>A receipt of paid tax; they exist for Taiwan.</summary>
public sealed class TaxReceipt : PartnerResource
{
    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>Where the document is; relative, and for a token with a user.</summary>
    public string? TaxReceiptPdfDownloadLink { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => Id ?? string.Empty;
}
