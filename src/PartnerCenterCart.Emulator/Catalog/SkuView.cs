using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Sku (models.md section 3).</summary>
internal sealed record SkuView
{
    public string? Id { get; init; }

    public string? ProductId { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public int MinimumQuantity { get; init; }

    public int MaximumQuantity { get; init; }

    public CommitmentView? MinimumPurchaseCommitment { get; init; }

    public bool IsTrial { get; init; }

    public IReadOnlyList<string>? SupportedBillingCycles { get; init; }

    public IReadOnlyList<string>? PurchasePrerequisites { get; init; }

    public IReadOnlyList<string>? InventoryVariables { get; init; }

    public IReadOnlyList<string>? ProvisioningVariables { get; init; }

    public IReadOnlyList<string>? Actions { get; init; }

    public JObject? DynamicAttributes { get; init; }

    public AttestationView? AttestationProperties { get; init; }

    public string? ConsumptionType { get; init; }

    public JObject? SpecializedOfferProperties { get; init; }

    public ResourceLinks? Links { get; init; }
}
