using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>A cart and what the service knows of it beyond its body.</summary>
internal sealed record StoredCart
{
    public const string Active = "Active";
    public const string Ordered = "Ordered";

    public string CustomerId { get; init; } = string.Empty;

    public DateTimeOffset ExpiresAt { get; init; }

    public CartBody Cart { get; init; } = new();

    /// <summary>Answers do not echo the attestation, so a cart that is read and put back would lose it; once given it stays.</summary>
    public bool AttestationAccepted { get; init; }

    /// <summary>Order id by order group, in the order of checkout; a later checkout does not buy these again.</summary>
    public IReadOnlyDictionary<string, string> OrderedGroups { get; init; } = new Dictionary<string, string>();

    /// <summary>Line whose error a test put there; checking the line again would not find it.</summary>
    public int? ForcedErrorLine { get; init; }

    /// <summary>Active carts vanish after their time; an ordered one stays, because its checkout can be repeated (behaviours.md section 6).</summary>
    public bool IsExpired(DateTimeOffset now) => Cart.Status == Active && now >= ExpiresAt;
}
