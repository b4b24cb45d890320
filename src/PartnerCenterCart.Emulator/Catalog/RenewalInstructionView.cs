using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>RenewalInstruction (models.md section 3).</summary>
internal sealed record RenewalInstructionView
{
    public IReadOnlyList<string> ApplicableTermIds { get; init; } = [];

    public IReadOnlyList<RenewalOptionView> RenewalOptions { get; init; } = [];

    public static RenewalInstructionView Of(IEnumerable<string> terms, string renewTo) => new()
    {
        ApplicableTermIds = terms.ToList(),
        RenewalOptions = [new RenewalOptionView { RenewToId = renewTo, IsAutoRenewable = true }],
    };
}
