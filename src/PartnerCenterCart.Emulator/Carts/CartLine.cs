using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>CartLineItem (models.md section 5) in the member order of the published answers.</summary>
internal sealed record CartLine
{
    public int? Id { get; init; }

    public string? CatalogItemId { get; init; }

    public string? FriendlyName { get; init; }

    public int? Quantity { get; init; }

    public string? CurrencyCode { get; init; }

    [JsonConverter(typeof(BillingCycleConverter))]
    public string? BillingCycle { get; init; }

    public string? TermDuration { get; init; }

    public string? CustomTermEndDate { get; init; }

    public string? PromotionId { get; init; }

    public IReadOnlyList<Participant>? Participants { get; init; }

    [JsonConverter(typeof(ProvisioningContextConverter))]
    public IReadOnlyDictionary<string, string>? ProvisioningContext { get; init; }

    [JsonConverter(typeof(RenewsToConverter))]
    public RenewsTo? RenewsTo { get; init; }

    public string? OrderGroup { get; init; }

    public IReadOnlyList<CartLine>? AddonItems { get; init; }

    public bool? AttestationAccepted { get; init; }

    public Pricing? Pricing { get; init; }

    public PurchaseCommitment? PurchaseCommitment { get; init; }

    public CartLineError? Error { get; init; }

    /// <summary>Members that the contract does not list; they come back, so that a client's round trip can be seen.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }

    /// <summary>This line and its add-ons.</summary>
    public IEnumerable<CartLine> WithAddOns() => new[] { this }.Concat(AddonItems ?? []);

    /// <summary>A value of the provisioning context; keys are matched without case (behaviours.md section 3).</summary>
    public string? Context(string key) => ProvisioningContext is not null && ProvisioningContext.TryGetValue(key, out string? value) && value.Length > 0 ? value : null;
}
