using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>What is about to be bought for one customer; it lives seven days (contract: behaviours.md, section 6).</summary>
public sealed class Cart : PartnerResource
{
    /// <summary>GUID, assigned on creation.</summary>
    public string? Id { get; set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreationTimestamp { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModifiedTimestamp { get; set; }

    /// <summary>After this it is gone; null when the service did not say. An update does not extend it.</summary>
    public DateTimeOffset? ExpirationTimestamp { get; set; }

    /// <summary>Object id of the user or application that changed it last.</summary>
    public string? LastModifiedUser { get; set; }

    /// <summary><c>Active</c> can be changed and checked out, <c>Ordered</c> is done; unknown text is kept.</summary>
    public string? Status { get; set; }

    /// <summary>The lines; at least one when it is sent.</summary>
    public List<CartLineItem>? LineItems { get; set; }

    /// <summary>The partner confirms the reseller attestation; needed where participants are named (900206).</summary>
    public bool? PartnerOnRecordAttestationAccepted { get; set; }

    /// <summary>Where it is.</summary>
    public StandardResourceLinks? Links { get; set; }

    /// <summary>Names the model.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Tenant id of the customer; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>The id under the name that the cmdlets bind.</summary>
    [JsonIgnore]
    public string? CartId => Id;

    /// <summary>Time left before it expires, on the clock of the connection; negative when over, null when unknown.</summary>
    [JsonIgnore]
    public TimeSpan? ExpiresIn => ExpirationTimestamp is { } end && end.Year < 9999 ? end - (Clock?.UtcNow ?? DateTimeOffset.UtcNow) : null;

    /// <summary>Sum of the extended prices before tax; null unless every line has one and all share a currency.</summary>
    [JsonIgnore]
    public decimal? TotalPrice
    {
        get
        {
            List<CartLineItem> lines = AllLines().ToList();
            bool known = lines.Count > 0 && lines.All(l => l.Pricing?.ExtendedPrice != null) && lines.Select(l => l.CurrencyCode).Distinct().Count() == 1;
            return known ? lines.Sum(l => l.Pricing!.ExtendedPrice) : null;
        }
    }

    /// <summary>Currency of the lines; null when there is none or more than one.</summary>
    [JsonIgnore]
    public string? CurrencyCode
    {
        get
        {
            List<string?> codes = AllLines().Select(l => l.CurrencyCode).Distinct().ToList();
            return codes.Count == 1 ? codes[0] : null;
        }
    }

    /// <summary>Whether it was checked out in full.</summary>
    internal bool IsOrdered => string.Equals(Status, "Ordered", StringComparison.OrdinalIgnoreCase);

    internal IClock? Clock { get; set; }

    /// <summary>The id, which is what messages name it by.</summary>
    public override string ToString() => Id ?? "(new cart)";

    /// <summary>Lines and add-ons, in the order of the cart.</summary>
    internal IEnumerable<CartLineItem> AllLines() => Flatten(LineItems);

    private static IEnumerable<CartLineItem> Flatten(IEnumerable<CartLineItem?>? lines) =>
        (lines ?? Enumerable.Empty<CartLineItem?>())
            .Where(line => line != null)
            .SelectMany(line => new[] { line! }.Concat(Flatten(line!.AddonItems)));
}
