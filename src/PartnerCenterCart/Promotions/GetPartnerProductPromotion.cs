using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the promotions that run in a country, or promotions by id, ended ones too.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerProductPromotion", DefaultParameterSetName = "List")]
[OutputType(typeof(ProductPromotion))]
public sealed class GetPartnerProductPromotion : PartnerCmdlet
{
    private string? current;

    /// <summary>Two-letter code of the country.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("CountryCode")]
    [ArgumentCompleter(typeof(CountryCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? Country { get; set; }

    /// <summary>The segment; the service knows promotions for commercial alone.</summary>
    [Parameter(ParameterSetName = "List")]
    [ArgumentCompleter(typeof(SegmentCompleter))]
    public string Segment { get; set; } = TargetSegment.Commercial;

    /// <summary>Promotion ids.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? PromotionId { get; set; }

    private protected override object? Target => current ?? Country;

    private protected override void Process()
    {
        if (ParameterSetName == "List")
        {
            SendPages((client, token) => client.ProductPromotions.ByCountry(Country!).BySegment(Segment).GetAsync(token), WriteObject);
            return;
        }

        foreach (string? id in PromotionId ?? new string?[] { null })
        {
            current = id;
            Guarded(() => WriteObject(Send((client, token) => client.ProductPromotions.ByCountry(Country!).ById(id!).GetAsync(token))));
        }
    }
}
