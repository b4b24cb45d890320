namespace PartnerCenterCart.Json;

/// <summary>How a date was written.</summary>
internal enum WireDateForm
{
    /// <summary>In a way that needs the text to be kept.</summary>
    Other,

    /// <summary>As <see cref="WireDate.Write"/> writes it.</summary>
    Canonical,

    /// <summary>As that, but for the offset, which is missing.</summary>
    WithoutOffset,
}
