namespace PartnerCenterCart;

/// <summary>How often a promotion can be used.</summary>
public sealed class AssetOwnershipLimit : PartnerResource
{
    /// <summary>At least.</summary>
    public int? MinAssets { get; set; }

    /// <summary>At most.</summary>
    public int? MaxAssets { get; set; }

    /// <summary>What is counted: <c>LifetimeRedemptionCount</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Both ends in one line.</summary>
    public override string ToString() => $"{Type} {MinAssets}..{MaxAssets}";
}
