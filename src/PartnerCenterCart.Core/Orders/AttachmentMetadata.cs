namespace PartnerCenterCart;

/// <summary>What is said about the documents of a purchase order (contract: models.md, section 6).</summary>
public sealed class AttachmentMetadata : PartnerResource
{
    /// <summary>Whether the purchase is part of a tender; published as <c>isPartofTender</c>, matched without case.</summary>
    public bool? IsPartOfTender { get; set; }

    /// <summary>What the customer pays.</summary>
    public decimal? CustomerPrice { get; set; }

    /// <summary>In which currency.</summary>
    public string? Currency { get; set; }

    /// <summary>Exchange rate, where there is one.</summary>
    public decimal? FxRate { get; set; }

    /// <summary>Where the tender is published, when its documents are not sent.</summary>
    public string? TenderLink { get; set; }
}
