using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

internal sealed record CatalogSku
{
    public string Id { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public string? Description { get; init; }

    public int MinimumQuantity { get; init; }

    public int MaximumQuantity { get; init; }

    public bool IsTrial { get; init; }

    public IReadOnlyList<string> SupportedBillingCycles { get; init; } = [];

    public IReadOnlyList<string> PurchasePrerequisites { get; init; } = [];

    public IReadOnlyList<string> InventoryVariables { get; init; } = [];

    public IReadOnlyList<string> ProvisioningVariables { get; init; } = [];

    public IReadOnlyList<string> Actions { get; init; } = [];

    public JObject DynamicAttributes { get; init; } = [];

    /// <summary>Set where a line must carry attestationAccepted.</summary>
    public string? AttestationType { get; init; }

    /// <summary>Savings plans only: least amount per hour.</summary>
    public decimal? MinimumCommitment { get; init; }

    /// <summary>Nothing in stock, so that the answer to a sold out item can be seen.</summary>
    public bool SoldOut { get; init; }

    /// <summary>The Azure subscriptions that a reservation fits; null for both.</summary>
    public ReservationScope? Scope { get; init; }

    /// <summary>Specialized offers only.</summary>
    public JObject? SpecializedOfferProperties { get; init; }

    public string? ConsumptionType { get; init; }

    /// <summary>Metered third-party SaaS needs an Azure plan with an active subscription (900128).</summary>
    public bool RequiresAzurePlan { get; init; }

    public IReadOnlyList<CatalogAvailability> Availabilities { get; init; } = [];
}
