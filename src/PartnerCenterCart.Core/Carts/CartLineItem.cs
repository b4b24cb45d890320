using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>One thing to buy (contract: models.md, section 5; what each product family needs: behaviours.md, section 7).</summary>
public sealed class CartLineItem : PartnerResource
{
    private (string? Cycle, string? Term, int? Quantity)? asRead;

    /// <summary>Position in the cart from 0; it stays the same through updates. Add-ons continue the numbering.</summary>
    public int? Id { get; set; }

    /// <summary>From an availability (<c>product:sku:availability</c>), or a legacy offer GUID, or <c>MS-AZR-0145P</c>.</summary>
    public string? CatalogItemId { get; set; }

    /// <summary>The partner's own label.</summary>
    public string? FriendlyName { get; set; }

    /// <summary>Licences or instances, at least 1.</summary>
    public int? Quantity { get; set; }

    /// <summary>Set by the service; if sent, it must be the partner's or the market's currency (900169).</summary>
    public string? CurrencyCode { get; set; }

    /// <summary>A text of <see cref="BillingCycleType"/>; the SKU tells which it supports.</summary>
    public string? BillingCycle { get; set; }

    /// <summary>ISO 8601 duration (<c>P1M</c>, <c>P1Y</c>, <c>P3Y</c>); null for perpetual software, Azure plan and legacy offers.</summary>
    public string? TermDuration { get; set; }

    /// <summary>Promotion to apply; the service fills in those that apply by themselves.</summary>
    public string? PromotionId { get; set; }

    /// <summary>Resellers of the line.</summary>
    public List<CartParticipant>? Participants { get; set; }

    /// <summary>What the SKU needs to be provisioned.</summary>
    public ProvisioningContext? ProvisioningContext { get; set; }

    /// <summary>Set by the service: lines with the same value end up in one order.</summary>
    public string? OrderGroup { get; set; }

    /// <summary>Set by the service: the backend that takes the order.</summary>
    public string? PurchaseSystem { get; set; }

    /// <summary>Add-ons of a traditional licence offer; in new commerce an add-on is a line of its own.</summary>
    public List<CartLineItem>? AddonItems { get; set; }

    /// <summary>What follows a trial.</summary>
    [JsonConverter(typeof(ObjectOrSingleArrayConverter))]
    public RenewsTo? RenewsTo { get; set; }

    /// <summary>Set by the service: why this line cannot be bought; null when it can.</summary>
    public CartError? Error { get; set; }

    /// <summary>End of the first term, to align it with another subscription or a month; new commerce only.</summary>
    public DateTimeOffset? CustomTermEndDate { get; set; }

    /// <summary>Predecessor of <see cref="CustomTermEndDate"/> from the 2021 preview.</summary>
    public string? CoterminousSubscriptionId { get; set; }

    /// <summary>True where the SKU enforces an attestation (10012, 900203 otherwise).</summary>
    public bool? AttestationAccepted { get; set; }

    /// <summary>Price preview by the service; null where it gives none.</summary>
    public Pricing? Pricing { get; set; }

    /// <summary>For savings plans.</summary>
    public PurchaseCommitment? PurchaseCommitment { get; set; }

    /// <summary>The customer that the line is for; never sent, it lets lines find their cart in a pipeline.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The cart that the line was read from; never sent.</summary>
    [JsonIgnore]
    public string? CartId { get; internal set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public int? LineItemId => Id;

    /// <summary>Quantity, item, cycle and term in one line.</summary>
    public override string ToString() => Terms().Any() ? $"{Quantity} x {FriendlyName ?? CatalogItemId} ({string.Join(", ", Terms())})" : $"{Quantity} x {FriendlyName ?? CatalogItemId}";

    /// <summary>Whether cycle, term and quantity are still those that the service sent; then they are not ours to judge.</summary>
    internal bool CycleIsAsRead => asRead is { } read && read.Cycle == BillingCycle;

    internal bool TermIsAsRead => asRead is { } read && read.Term == TermDuration;

    internal bool QuantityIsAsRead => asRead is { } read && read.Quantity == Quantity;

    /// <summary>
    /// A copy for another cart: without its place in the one that it came from, and without what the service said there.
    /// </summary>
    internal CartLineItem AsNew()
    {
        CartLineItem copy = PartnerJson.Clone(this);
        copy.Id = null;
        copy.CustomerId = CustomerId;
        copy.asRead = asRead;
        copy.AddonItems = AddonItems?.Where(addon => addon != null).Select(addon => addon.AsNew()).ToList();
        copy.OrderGroup = null;
        copy.PurchaseSystem = null;
        copy.Error = null;
        copy.Pricing = null;

        // A currency that the service chose is not the caller's wish.
        copy.CurrencyCode = CartId == null ? CurrencyCode : null;
        return copy;
    }

    internal void MarkAsRead() => asRead = (BillingCycle, TermDuration, Quantity);

    private IEnumerable<string> Terms()
    {
        if (!string.IsNullOrEmpty(BillingCycle))
        {
            yield return BillingCycle!;
        }

        if (!string.IsNullOrEmpty(TermDuration))
        {
            yield return TermDuration!;
        }
    }
}
