namespace PartnerCenterCart;

/// <summary>A class of items, with a finer one inside. SaaS of the marketplace is <c>Azure</c> with <c>SaaS</c> inside.</summary>
public sealed class ItemType : PartnerResource
{
    /// <summary>Such as <c>Azure</c>, <c>Software</c>, <c>OnlineServicesNCE</c>, <c>SavingsPlan</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The same for people.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The finer class; often missing.</summary>
    public ItemType? SubType { get; set; }

    /// <summary>Normally missing in the catalogue.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Class and finer class: <c>Azure/SavingsPlan</c>.</summary>
    public override string ToString() => SubType == null ? Id ?? DisplayName ?? string.Empty : $"{Id ?? DisplayName}/{SubType}";
}
