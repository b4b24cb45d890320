using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>The rules that need no call.</summary>
internal static class OfflineRules
{
    private const int MostAdditionalResellers = 5;
    private static readonly TimeSpan LittleTime = TimeSpan.FromHours(1);

    public static void Apply(Cart cart, DateTimeOffset now, FindingList findings)
    {
        List<CartLineItem> lines = cart.AllLines().ToList();
        CheckCart(cart, lines, findings);
        foreach (CartLineItem line in lines)
        {
            CheckLine(line, now, findings);
        }
    }

    private static void CheckCart(Cart cart, List<CartLineItem> lines, FindingList findings)
    {
        if (lines.Count == 0)
        {
            findings.Add(CartRules.NoLines, "The cart has no lines.");
        }

        if (cart.IsOrdered)
        {
            findings.Add(CartRules.CartOrdered, $"Cart {cart.Id} is ordered already.");
        }
        else if (cart.ExpiresIn is { } left && left <= TimeSpan.Zero)
        {
            findings.Add(CartRules.CartExpired, $"Cart {cart.Id} expired at {cart.ExpirationTimestamp:u}.");
        }
        else if (cart.ExpiresIn is { } little && little < LittleTime)
        {
            findings.Add(CartRules.CartExpiresSoon, $"Cart {cart.Id} expires in {Math.Ceiling(little.TotalMinutes):0} minutes.");
        }

        List<string> currencies = lines.Select(line => line.CurrencyCode).Where(code => !string.IsNullOrEmpty(code)).Select(code => code!.ToUpperInvariant()).Distinct().ToList();
        if (currencies.Count > 1)
        {
            findings.Add(CartRules.MixedCurrencies, $"The lines name the currencies {string.Join(", ", currencies)}.");
        }

        // Published answers do not echo the attestation, so a cart that the service has accepted is not judged by its absence.
        if (cart.Id == null && cart.PartnerOnRecordAttestationAccepted != true && lines.Any(line => line.Participants?.Count > 0))
        {
            findings.Add(CartRules.ResellerAttestationMissing, "A line names resellers and the partner has not attested.");
        }
    }

    private static void CheckLine(CartLineItem line, DateTimeOffset now, FindingList findings)
    {
        if (line.Error is { } error)
        {
            findings.Add(CartRules.LineHasError, $"The service says {error}", line);
        }

        if (string.IsNullOrWhiteSpace(line.CatalogItemId))
        {
            findings.Add(CartRules.CatalogItemMissing, "There is no catalog item id.", line);
        }

        if (line.Quantity is null or < 1)
        {
            findings.Add(CartRules.QuantityInvalid, line.Quantity == null ? "There is no quantity." : $"The quantity is {line.Quantity}.", line);
        }

        string? cycle = BillingCycleType.Known.Normalize(line.BillingCycle);
        if (cycle is null or BillingCycleType.Unknown && !line.CycleIsAsRead)
        {
            findings.Add(CartRules.BillingCycleInvalid, string.IsNullOrEmpty(line.BillingCycle) ? "There is no billing cycle." : $"'{line.BillingCycle}' is not a billing cycle.", line);
        }

        CheckTerm(line, cycle, now, findings);
        int resellers = Named(line, ParticipantType.TransactionReseller);
        int additional = Named(line, ParticipantType.AdditionalTransactionReseller);
        if (resellers > 1 || additional > MostAdditionalResellers)
        {
            findings.Add(CartRules.TooManyResellers, $"{resellers} transaction resellers and {additional} additional ones are named.", line);
        }
    }

    private static void CheckTerm(CartLineItem line, string? cycle, DateTimeOffset now, FindingList findings)
    {
        Term? term = Term.Parse(line.TermDuration);
        if (!string.IsNullOrWhiteSpace(line.TermDuration) && term == null)
        {
            findings.Add(CartRules.TermInvalid, $"'{line.TermDuration}' is not a term.", line);
        }

        if (term is { Months: > 0 } && Term.MonthsOf(cycle) is { } months && months > term.Value.Months)
        {
            findings.Add(CartRules.CycleLongerThanTerm, $"Billing {cycle} does not fit a term of {line.TermDuration}.", line);
        }

        if (line.CustomTermEndDate is { } end)
        {
            bool lastDay = end.UtcDateTime.AddDays(1).Day == 1;
            string? problem = end <= now ? "is in the past"
                : term is { Months: > 0 } && end > now.AddMonths(term.Value.Months) ? $"is after the first term of {line.TermDuration}"
                : term is { Months: 1 } && end.UtcDateTime.Day >= 28 && !lastDay ? "is a day from the 28th on that does not end its month, which a monthly term cannot have"
                : null;
            if (problem != null)
            {
                findings.Add(CartRules.CustomTermEndDateInvalid, $"The custom end date {end:yyyy-MM-dd} {problem}.", line);
            }
        }
    }

    private static int Named(CartLineItem line, string part) => line.Participants?.Count(p => ParticipantType.Known.Same(p.Key, part)) ?? 0;
}
