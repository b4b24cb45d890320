using System;

namespace PartnerCenterCart;

/// <summary>What is known of an order that is waited for; a few words, whatever its size.</summary>
internal sealed class OrderView
{
    public OrderView(OrderWaitRequest request) => Request = request;

    public OrderWaitRequest Request { get; }

    /// <summary>What was seen last.</summary>
    public string Status { get; set; } = "not seen yet";

    public int? LinesDone { get; set; }

    public int? Lines { get; set; }

    /// <summary>How often it was looked at.</summary>
    public int Looks { get; set; }

    /// <summary>When it was first seen completed while lines lacked their subscription.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Why the last look failed; null when it did not.</summary>
    public PartnerException? Trouble { get; set; }
}
