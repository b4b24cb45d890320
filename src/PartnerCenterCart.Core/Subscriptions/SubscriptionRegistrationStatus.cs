using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>Whether an Azure subscription is registered for reservations.</summary>
public sealed class SubscriptionRegistrationStatus : PartnerResource
{
    /// <summary>The subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>A text of <see cref="SubscriptionRegistrationState"/>; unknown text is kept.</summary>
    public string? Status { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>Whether it is registered; while it is being registered it is not.</summary>
    [JsonIgnore]
    public bool IsRegistered => SubscriptionRegistrationState.Known.Same(Status, SubscriptionRegistrationState.Registered);

    /// <summary>The status.</summary>
    public override string ToString() => Status ?? string.Empty;
}
