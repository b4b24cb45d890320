using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>CustomTermEndDate (models.md section 7).</summary>
internal sealed record TermEndDate(string AllowedCustomTermEndDateType, IReadOnlyList<string>? CotermSubscriptionIds, string AllowedCustomTermEndDate);
