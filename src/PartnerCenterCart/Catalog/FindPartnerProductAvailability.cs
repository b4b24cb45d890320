using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Finds the one thing that words describe, ready for New-PartnerCustomerCartLineItem. More than one is an error that
/// lists them, unless all are asked for; none is an error with the nearest titles.
/// </summary>
[Cmdlet(VerbsCommon.Find, "PartnerProductAvailability")]
[OutputType(typeof(Availability))]
public sealed class FindPartnerProductAvailability : CatalogCmdlet
{
    private const int MostShown = 20;

    /// <summary>Title or id of the product; wildcards are welcome.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ProductId", "Title")]
    [SupportsWildcards]
    public string Product { get; set; } = string.Empty;

    /// <summary>Title or id of the SKU; wildcards are welcome.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("SkuId")]
    [SupportsWildcards]
    public string? Sku { get; set; }

    /// <summary>ISO 8601 duration: P1M, P1Y, P3Y.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TermDurationCompleter))]
    public string? TermDuration { get; set; }

    /// <summary>monthly, annual, one_time, none, triennial or biennial, in any spelling.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BillingCycleCompleter))]
    public string? BillingCycle { get; set; }

    /// <summary>commercial, education, government or nonprofit.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SegmentCompleter))]
    public string? Segment { get; set; }

    /// <summary>Parts of the catalogue to search; all of it when left out.</summary>
    [Parameter]
    [Alias("TargetView")]
    [ArgumentCompleter(typeof(CatalogCompleter))]
    public string[] Catalog { get; set; } = Array.Empty<string>();

    /// <summary>Returns everything that fits.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Reads the catalogue anew; lists that the session has read are used again otherwise.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    private protected override object? Target => Product;

    private protected override void Process()
    {
        if (string.IsNullOrWhiteSpace(Product))
        {
            throw PartnerException.InvalidInput("Which product? A title, a part of it, or a product id is expected.");
        }

        var lists = new CatalogLists(Context.Cache, Context.Client.Clock, Refresh);
        CatalogSearch search = null!;
        IReadOnlyList<Availability> found = Send((client, token) =>
        {
            search = Search(client, lists);
            return search.FindAsync(token);
        });
        if (lists.OldestRead is { } readAt)
        {
            Say($"The catalogue lists are up to {(Context.Client.Clock.UtcNow - readAt).TotalMinutes:0} minutes old; -Refresh reads them anew.");
        }

        if (found.Count == 0)
        {
            throw Nothing(search);
        }

        if (found.Count > 1 && !All)
        {
            throw Several(found);
        }

        foreach (Availability availability in found)
        {
            WriteObject(availability);
        }
    }

    private CatalogSearch Search(PartnerClient client, CatalogLists lists) =>
        new(Products(client), lists, string.IsNullOrWhiteSpace(CustomerId) ? Country!.Trim().ToUpperInvariant() : CustomerId!.Trim(), TitlePattern.Whole(Product))
        {
            Sku = string.IsNullOrWhiteSpace(Sku) ? null : TitlePattern.Whole(Sku),
            Catalogs = Catalog.Select(CatalogCheck.View).ToArray(),
            Segment = CatalogCheck.Segment(Segment),
            ReservationScope = CatalogCheck.Scope(ReservationScope),
            TermDuration = CartCheck.TermDuration(TermDuration),
            BillingCycle = CartCheck.BillingCycle(BillingCycle),
        };

    private PartnerException Nothing(CatalogSearch search)
    {
        if (search.Products.Count > 0)
        {
            return new PartnerException(PartnerErrorKind.NotFound, $"{Names(search.Products)} can be bought, but not with this SKU, term, billing cycle and segment.")
            {
                RecommendedAction = "Leave some of them out, and add -All to see what there is.",
            };
        }

        string[] near = NearestText.Of(Product, search.Titles).ToArray();
        return new PartnerException(PartnerErrorKind.NotFound, $"No product has the title or id '{Product}'.")
        {
            RecommendedAction = near.Length == 0 ? "Get-PartnerProduct lists what there is." : $"The nearest titles: {string.Join("; ", near)}.",
        };
    }

    private PartnerException Several(IReadOnlyList<Availability> found)
    {
        IEnumerable<string> rows = found.Take(MostShown).Select(a =>
            $"  {a.CatalogItemId,-32} {a.TermDuration,-4} {a.BillingCycle,-9} {a.Segment,-11} {a.Product?.Title} / {a.Sku?.Title}");
        string more = found.Count > MostShown ? $"{Environment.NewLine}  and {found.Count - MostShown} more" : string.Empty;
        return new PartnerException(
            PartnerErrorKind.Ambiguous,
            $"{found.Count} things fit '{Product}':{Environment.NewLine}{string.Join(Environment.NewLine, rows)}{more}{Environment.NewLine}")
        {
            RecommendedAction = "Say more (-Sku, -TermDuration, -BillingCycle, -Segment), or take all of them with -All.",
        };
    }

    private static string Names(List<Product> products) => string.Join(", ", products.Take(3).Select(product => product.Title ?? product.Id));
}
