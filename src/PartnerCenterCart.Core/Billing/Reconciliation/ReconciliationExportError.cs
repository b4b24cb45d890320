namespace PartnerCenterCart;

/// <summary>Why an export failed.</summary>
public sealed class ReconciliationExportError : PartnerResource
{
    /// <summary><c>5000</c>: there is no data, as for a legacy invoice.</summary>
    public string? Code { get; set; }

    /// <summary>The service's words.</summary>
    public string? Message { get; set; }
}
