using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>InventoryRestriction (models.md section 3), worded as published.</summary>
internal sealed record InventoryRestriction
{
    public string? ReasonCode { get; init; }

    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? Properties { get; init; }

    public static InventoryRestriction Of(string type, string values) => new()
    {
        ReasonCode = "NotAvailableForSubscription",
        Description = "Restriction identified of type '" + type + "' with values '" + values + "'.",
        Properties = new Dictionary<string, string> { ["type"] = type, ["values"] = values },
    };
}
