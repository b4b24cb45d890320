using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads products of a catalogue, or products by id.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerProduct", DefaultParameterSetName = "Catalog")]
[OutputType(typeof(Product))]
public sealed class GetPartnerProduct : CatalogCmdlet
{
    private string? current;

    /// <summary>The part of the catalogue, such as OnlineServices.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Catalog")]
    [Alias("TargetView")]
    [ArgumentCompleter(typeof(CatalogCompleter))]
    public string? Catalog { get; set; }

    /// <summary>commercial, education, government or nonprofit; all but nonprofit when left out.</summary>
    [Parameter(ParameterSetName = "Catalog", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SegmentCompleter))]
    public string? Segment { get; set; }

    /// <summary>Only products with this title; wildcards are welcome. The whole list is read all the same.</summary>
    [Parameter(ParameterSetName = "Catalog")]
    [SupportsWildcards]
    public string? Title { get; set; }

    /// <summary>Product ids.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? ProductId { get; set; }

    private protected override object? Target => current ?? Catalog;

    private protected override void Process()
    {
        if (ParameterSetName == "Id")
        {
            foreach (string? id in ProductId ?? new string?[] { null })
            {
                current = id;
                Guarded(() => WriteObject(Send((client, token) => Products(client).ById(id!).ByReservationScope(ReservationScope).GetAsync(token))));
            }

            return;
        }

        TitlePattern? title = string.IsNullOrWhiteSpace(Title) ? null : TitlePattern.Whole(Title);
        SendPages(
            (client, token) => Products(client).ByTargetView(Catalog!).ByTargetSegment(Segment).ByReservationScope(ReservationScope).GetAsync(token),
            product =>
            {
                if (title?.IsMatch(product.Title) != false)
                {
                    WriteObject(product);
                }
            });
    }
}
