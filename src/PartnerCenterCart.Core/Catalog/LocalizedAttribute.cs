namespace PartnerCenterCart;

/// <summary>A translated word of a product.</summary>
public sealed class LocalizedAttribute : PartnerResource
{
    /// <summary>The word.</summary>
    public string? Key { get; set; }

    /// <summary>Its translation.</summary>
    public string? Value { get; set; }

    /// <summary>Both in one line.</summary>
    public override string ToString() => $"{Key}: {Value}";
}
