using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>From what a row names to the one item of the catalogue that it buys.</summary>
internal static class PlanItem
{
    /// <summary>Fills the row in; what keeps it from that is a problem.</summary>
    public static async Task ResolveAsync(PartnerClient client, PlanCatalog catalog, PurchasePlanRow row, Action<PurchasePlanProblem> report, CancellationToken stop)
    {
        try
        {
            Availability? item = row.GivenItem == null
                ? await ChosenAsync(client, catalog, row, report, stop).ConfigureAwait(false)
                : await GivenAsync(client, catalog, row, stop).ConfigureAwait(false);
            row.ItemDigest = DigestOf(row, item);
            Describe(row, item);
        }
        catch (PartnerException e) when (e.Kind is PartnerErrorKind.NotFound or PartnerErrorKind.Forbidden or PartnerErrorKind.BadRequest or PartnerErrorKind.InvalidInput)
        {
            report(PlanRules.ItemNotFound.Problem(e.Summary, row));
        }
    }

    // Legacy offers are not in the catalogue; what is stale or unknown, the rules say.
    private static async Task<Availability?> GivenAsync(PartnerClient client, PlanCatalog catalog, PurchasePlanRow row, CancellationToken stop)
    {
        row.Line.CatalogItemId = row.GivenItem;
        if (CatalogItemId.Parse(row.GivenItem) is not { } item)
        {
            return null;
        }

        CatalogFacts facts = string.IsNullOrEmpty(row.Country) ? new CatalogFacts(client.Customers.ById(row.CustomerId!).Products, new OnceReader()) : catalog.Facts(row.Country!);
        Sku? sku = await facts.SkuAsync(item, stop).ConfigureAwait(false);
        Availability? availability = sku == null ? null : await facts.AvailabilityAsync(item, stop).ConfigureAwait(false);
        if (availability != null)
        {
            availability.Sku ??= sku;
        }

        return availability;
    }

    private static async Task<Availability?> ChosenAsync(PartnerClient client, PlanCatalog catalog, PurchasePlanRow row, Action<PurchasePlanProblem> report, CancellationToken stop)
    {
        row.Line.CatalogItemId = null;
        if (row.ProductId == null || row.SkuId == null)
        {
            return null;
        }

        string country = row.Country ?? (await client.Customers.ById(row.CustomerId!).GetAsync(stop).ConfigureAwait(false)).Country ?? string.Empty;
        IReadOnlyList<Availability> sold = await catalog.SoldAsync(country, row.ProductId, row.SkuId, row.Segment, stop).ConfigureAwait(false);
        List<(Availability Item, PurchaseOption Option)> fit = InSegment(sold, row.Segment)
            .SelectMany(item => PurchaseOption.Of(item, item.Sku).Where(option => option.Fits(row.TermDuration, row.BillingCycle)).Select(option => (item, option)))
            .ToList();
        if (fit.Select(entry => entry.Item.CatalogItemId).Distinct(StringComparer.OrdinalIgnoreCase).Count() != 1 || fit.Select(entry => entry.Option.ToString()).Distinct().Count() != 1)
        {
            string offers = string.Join(", ", (fit.Count > 0 ? fit.Select(entry => $"{entry.Item.CatalogItemId} {entry.Option}") : sold.SelectMany(item => PurchaseOption.Of(item, item.Sku).Select(option => $"{item.CatalogItemId} {option}"))).Distinct().Take(8));
            string terms = string.Join(" ", new[] { row.TermDuration, row.BillingCycle, row.Segment }.Where(part => part != null));
            report(PlanRules.ItemNotFound.Problem(
                (fit.Count > 0 ? $"Several items of {row.ProductId}:{row.SkuId} fit" : $"{row.ProductId}:{row.SkuId} is not sold by these terms") + $"{(terms.Length > 0 ? $" ({terms})" : string.Empty)}: {(offers.Length > 0 ? offers : "nothing is for sale")}.",
                row));
            return null;
        }

        row.Line.CatalogItemId = fit[0].Item.CatalogItemId;
        row.Line.TermDuration ??= fit[0].Option.TermDuration;
        row.Line.BillingCycle ??= fit[0].Option.BillingCycle;
        return fit[0].Item;
    }

    // Segments are not to be mixed; where a row names none, a customer is an ordinary one (contract: behaviours.md, section 7).
    private static IEnumerable<Availability> InSegment(IReadOnlyList<Availability> sold, string? segment)
    {
        string wanted = segment ?? TargetSegment.Commercial;
        List<Availability> own = sold.Where(item => item.Segment == null || TargetSegment.Known.Same(item.Segment, wanted)).ToList();
        return own.Count > 0 || segment != null ? own : sold;
    }

    private static void Describe(PurchasePlanRow row, Availability? item)
    {
        row.Title = item?.Sku?.Title ?? item?.Product?.Title;
        row.CurrencyCode = item?.CurrencyCode;
        AvailabilityTerm? term = item?.Terms?.Find(t => string.Equals(t.Duration, row.TermDuration, StringComparison.OrdinalIgnoreCase) && (string.IsNullOrEmpty(t.BillingCycle) || BillingCycleType.Known.Same(t.BillingCycle, row.BillingCycle)));
        row.CancellationPeriod = term?.CancellationPolicies?
            .SelectMany(policy => policy?.RefundOptions ?? new List<CancellationRefundOption>())
            .Where(option => string.Equals(option?.Type, "Full", StringComparison.OrdinalIgnoreCase))
            .OrderBy(option => option.SequenceId)
            .Select(option => option.ExpiresAfter)
            .FirstOrDefault();
    }

    /// <summary>Whatever of the item a purchase hangs on.</summary>
    private static string DigestOf(PurchasePlanRow row, Availability? item) => PlanWish.DigestOf(string.Join("|", new[]
    {
        row.CatalogItemId,
        item?.CatalogItemId,
        item?.Segment,
        item?.CurrencyCode,
        item?.IsPurchasable?.ToString(),
        string.Join(",", item?.Terms?.Select(term => term.ToString()).OrderBy(text => text, StringComparer.Ordinal) ?? Enumerable.Empty<string>()),
        string.Join(",", item?.Sku?.SupportedBillingCycles ?? new List<string>()),
        item?.Sku?.MinimumQuantity?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        item?.Sku?.MaximumQuantity?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }));
}
