using System;
using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>What is paid back until when.</summary>
public sealed class RefundOption : PartnerResource
{
    /// <summary><c>Full</c> or <c>Partial</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Until when; documents call it <c>expiresAfter</c>. Null for no end.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    // The name in the documents (contract: behaviours.md, section 13).
    [JsonProperty("expiresAfter")]
    private DateTimeOffset? DocumentedExpiry
    {
        set => ExpiresAt ??= value;
    }

    /// <summary>How much.</summary>
    public override string ToString() => Type ?? string.Empty;
}
