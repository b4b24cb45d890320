using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>A thing of the catalogue, and what the call that read it knows of it: the next call in a pipeline asks for the same part.</summary>
public abstract class CatalogResource : PartnerResource
{
    private protected CatalogResource()
    {
    }

    /// <summary>Country that it was read for; null when it was read for a customer. Known from the call.</summary>
    [JsonIgnore]
    public string? Country { get; set; }

    /// <summary>Customer that it was read for; null when it was read for a country. Known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>Segment that was asked for; null when none was. Known from the call.</summary>
    [JsonIgnore]
    public string? Segment { get; set; }

    /// <summary>Reservation scope that was asked for; null when none was. Known from the call.</summary>
    [JsonIgnore]
    public string? ReservationScope { get; set; }

    internal void Know(CatalogScope scope)
    {
        Country = scope.Country;
        CustomerId = scope.CustomerId;
        Segment = scope.Segment;
        ReservationScope = scope.ReservationScope;
    }
}
