using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Order (models.md section 6) in the member order of the published answers.</summary>
internal sealed record OrderBody
{
    public const string Pending = "pending";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";

    public string? Id { get; init; }

    public string? AlternateId { get; init; }

    public string? ReferenceCustomerId { get; init; }

    public string? BillingCycle { get; init; }

    public string? CurrencyCode { get; init; }

    public string? CurrencySymbol { get; init; }

    public IReadOnlyList<OrderLine> LineItems { get; init; } = [];

    public string? CreationDate { get; init; }

    public string? Status { get; init; }

    public string? TransactionType { get; init; }

    public ResourceLinks? Links { get; init; }

    public decimal? TotalPrice { get; init; }

    public JObject? Client { get; init; }

    public ResourceAttributes? Attributes { get; init; }
}
