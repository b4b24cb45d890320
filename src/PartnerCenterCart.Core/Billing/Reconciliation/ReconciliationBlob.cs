namespace PartnerCenterCart;

/// <summary>One file of an export: gzip, one JSON object per line.</summary>
public sealed class ReconciliationBlob : PartnerResource
{
    /// <summary>Its name under the root directory of the manifest.</summary>
    public string? Name { get; set; }

    /// <summary>Which part of the data it holds.</summary>
    public string? PartitionValue { get; set; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name ?? string.Empty;
}
