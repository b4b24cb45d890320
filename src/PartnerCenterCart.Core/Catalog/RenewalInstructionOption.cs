namespace PartnerCenterCart;

/// <summary>One thing that can follow.</summary>
public sealed class RenewalInstructionOption : PartnerResource
{
    /// <summary><c>product:sku</c>.</summary>
    public string? RenewToId { get; set; }

    /// <summary>Whether it follows by itself.</summary>
    public bool? IsAutoRenewable { get; set; }

    /// <summary>The item.</summary>
    public override string ToString() => RenewToId ?? string.Empty;
}
