namespace PartnerCenterCart;

/// <summary>An order group of a checkout that failed.</summary>
public sealed class OrderError : PartnerResource
{
    /// <summary>The <see cref="CartLineItem.OrderGroup"/> of the lines that were not bought.</summary>
    public string? OrderGroupId { get; set; }

    /// <summary>Service code, text or number on the wire.</summary>
    public string? Code { get; set; }

    /// <summary>The service's own words.</summary>
    public string? Description { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Group, code and description in one line.</summary>
    public override string ToString() => $"order group {OrderGroupId}: {Description} (code {Code})";
}
