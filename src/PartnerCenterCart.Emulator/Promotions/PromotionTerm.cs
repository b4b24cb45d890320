namespace PartnerCenterCart.Emulation;

/// <summary>PromotionTerm (models.md section 4).</summary>
internal sealed record PromotionTerm(string? Duration, string? BillingCycle);
