using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>A line against what its SKU and availability say.</summary>
internal static class SkuRules
{
    // A reservation of the older form gives its length in the context instead of a term (contract: behaviours.md, section 7).
    private const string DurationVariable = "Duration";

    public static void Apply(CartLineItem line, Sku sku, Availability? availability, FindingList findings)
    {
        CheckQuantity(line, sku, findings);
        CheckVariables(line, sku, findings);
        if (sku.AttestationProperties?.EnforceAttestation == true && line.AttestationAccepted != true)
        {
            findings.Add(CartRules.AttestationMissing, $"{sku.Title ?? sku.Id} needs an attestation of kind {sku.AttestationProperties.AttestationType}.", line);
        }

        if (availability != null)
        {
            CheckTerms(line, sku, availability.Terms ?? new List<AvailabilityTerm>(), findings);
        }
    }

    private static void CheckQuantity(CartLineItem line, Sku sku, FindingList findings)
    {
        if (line.Quantity is { } quantity && quantity >= 1 && (quantity < (sku.MinimumQuantity ?? 1) || quantity > (sku.MaximumQuantity ?? int.MaxValue)))
        {
            findings.Add(CartRules.QuantityOutOfRange, $"The quantity {quantity} is outside {sku.MinimumQuantity ?? 1} to {sku.MaximumQuantity}.", line);
        }
    }

    private static void CheckVariables(CartLineItem line, Sku sku, FindingList findings)
    {
        bool hasTerm = !string.IsNullOrWhiteSpace(line.TermDuration);
        List<string> missing = (sku.ProvisioningVariables ?? new List<string>())
            .Where(name => !(hasTerm && name.Equals(DurationVariable, StringComparison.OrdinalIgnoreCase)))
            .Where(name => !HasVariable(line, name))
            .ToList();
        if (missing.Count > 0)
        {
            findings.Add(CartRules.ProvisioningVariableMissing, $"ProvisioningContext lacks {string.Join(", ", missing)}.", line);
        }
    }

    private static void CheckTerms(CartLineItem line, Sku sku, List<AvailabilityTerm> terms, FindingList findings)
    {
        List<AvailabilityTerm> timed = terms.Where(term => Term.Parse(term.Duration) is { Months: > 0 }).ToList();
        string? wanted = string.IsNullOrWhiteSpace(line.TermDuration) ? null : line.TermDuration!.Trim();
        if (wanted == null && timed.Count > 0 && !HasVariable(line, DurationVariable))
        {
            findings.Add(CartRules.TermMissing, $"The item is sold by term: {Offers(timed)}.", line);
        }
        else if (wanted != null && timed.Count == 0)
        {
            findings.Add(CartRules.TermNotAllowed, $"The item takes no term, and the line names {wanted}.", line);
        }
        else if (wanted != null && !timed.Any(term => string.Equals(term.Duration, wanted, StringComparison.OrdinalIgnoreCase)))
        {
            findings.Add(CartRules.TermNotOffered, $"The term {wanted} is not offered: {Offers(timed)}.", line);
            return;
        }

        CheckCycle(line, sku, timed, wanted, findings);
    }

    private static void CheckCycle(CartLineItem line, Sku sku, List<AvailabilityTerm> timed, string? wanted, FindingList findings)
    {
        if (BillingCycleType.Known.Normalize(line.BillingCycle) is not { } cycle || cycle == BillingCycleType.Unknown)
        {
            return;
        }

        bool bySku = sku.SupportedBillingCycles is not { Count: > 0 } || sku.SupportedBillingCycles.Any(c => BillingCycleType.Known.Same(c, cycle));
        List<AvailabilityTerm> priced = timed.Where(term => !string.IsNullOrEmpty(term.BillingCycle)).ToList();
        bool byTerm = wanted == null || priced.Count == 0
            || priced.Any(term => string.Equals(term.Duration, wanted, StringComparison.OrdinalIgnoreCase) && BillingCycleType.Known.Same(term.BillingCycle, cycle));
        if (!bySku || !byTerm)
        {
            string offers = priced.Count > 0 ? Offers(priced) : string.Join(", ", sku.SupportedBillingCycles!);
            findings.Add(CartRules.BillingCycleNotOffered, $"Billing {cycle}{(wanted == null ? string.Empty : " for " + wanted)} is not offered: {offers}.", line);
        }
    }

    private static bool HasVariable(CartLineItem line, string name) =>
        line.ProvisioningContext != null && line.ProvisioningContext.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value);

    private static string Offers(List<AvailabilityTerm> terms) => string.Join(", ", terms.Select(term => term.ToString()).Distinct());
}
