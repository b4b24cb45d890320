using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>An order as it will be when it is done; <see cref="OrderView"/> shows it as it is at a moment.</summary>
internal sealed record StoredOrder
{
    public string CustomerId { get; init; } = string.Empty;

    public string Country { get; init; } = "US";

    public string? CartId { get; init; }

    public string? OrderGroup { get; init; }

    public bool IsLegacy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When provisioning begins, where that is not at once.</summary>
    public DateTimeOffset? ProvisioningFrom { get; init; }

    /// <summary>When provisioning ends; fixed at checkout, so that a later change of the setting moves no order.</summary>
    public DateTimeOffset CompletesAt { get; init; }

    /// <summary>Lines that provisioning will not bring.</summary>
    public IReadOnlyList<int> FailedLines { get; init; } = [];

    /// <summary>How long after its line a subscription shows on the order.</summary>
    public TimeSpan SubscriptionLag { get; init; }

    /// <summary>The review of a purchase-order document; null where none is needed.</summary>
    public PurchaseOrderReview? Review { get; init; }

    /// <summary>Counts the changes; etags of legacy orders show it.</summary>
    public int Version { get; init; } = 1;

    public IReadOnlyList<StoredAttachment> Attachments { get; init; } = [];

    /// <summary>With prices and subscription ids, without links.</summary>
    public OrderBody Order { get; init; } = new();
}
