using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// A pair of term and billing cycle that an availability is sold by; either can be null where the catalogue does not say
/// (contract: models.md, AvailabilityTerm).
/// </summary>
internal sealed class PurchaseOption
{
    private PurchaseOption(string? termDuration, string? billingCycle)
    {
        TermDuration = termDuration;
        BillingCycle = billingCycle;
    }

    public string? TermDuration { get; }

    public string? BillingCycle { get; }

    /// <summary>Every pair; terms without a cycle of their own take those of the SKU.</summary>
    public static IReadOnlyList<PurchaseOption> Of(Availability availability, Sku? sku)
    {
        List<string?> cycles = (sku ?? availability.Sku)?.SupportedBillingCycles?.Select(Known).ToList() ?? new List<string?>();
        if (cycles.Count == 0)
        {
            cycles.Add(null);
        }

        List<AvailabilityTerm> terms = availability.Terms?.Where(term => !string.IsNullOrEmpty(term.Duration) || !string.IsNullOrEmpty(term.BillingCycle)).ToList()
            ?? new List<AvailabilityTerm>();
        IEnumerable<PurchaseOption> options = terms.Count == 0
            ? cycles.Select(cycle => new PurchaseOption(null, cycle))
            : terms.SelectMany(term => string.IsNullOrEmpty(term.BillingCycle)
                ? cycles.Select(cycle => new PurchaseOption(Blank(term.Duration), cycle))
                : new[] { new PurchaseOption(Blank(term.Duration), Known(term.BillingCycle)) });
        return options.GroupBy(option => option.ToString(), StringComparer.OrdinalIgnoreCase).Select(group => group.First()).ToList();
    }

    /// <summary>Whether it is what was asked for; null asks for nothing.</summary>
    public bool Fits(string? termDuration, string? billingCycle) =>
        (termDuration == null || string.Equals(TermDuration, termDuration, StringComparison.OrdinalIgnoreCase))
        && (billingCycle == null || BillingCycle == null || BillingCycleType.Known.Same(BillingCycle, billingCycle));

    public override string ToString() => string.Join(" ", new[] { TermDuration, BillingCycle }.Where(part => part != null));

    private static string? Known(string? cycle) => BillingCycleType.Known.Normalize(cycle) ?? cycle;

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
