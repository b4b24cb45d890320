using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the SKUs of a product.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerProductSku")]
[OutputType(typeof(Sku))]
public sealed class GetPartnerProductSku : CatalogCmdlet
{
    private string? current;

    /// <summary>The product; products come down the pipeline with their catalogue.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? ProductId { get; set; }

    /// <summary>SKU ids, such as 0001; all of the product when left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string?[]? SkuId { get; set; }

    /// <summary>commercial, education, government or nonprofit; all but nonprofit when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SegmentCompleter))]
    public string? Segment { get; set; }

    private protected override object? Target => current ?? ProductId;

    private protected override void Process()
    {
        if (SkuId == null || SkuId.Length == 0)
        {
            SendPages((client, token) => Products(client).ById(ProductId!).Skus.ByTargetSegment(Segment).ByReservationScope(ReservationScope).GetAsync(token), WriteObject);
            return;
        }

        foreach (string? id in SkuId)
        {
            current = id;
            Guarded(() => WriteObject(Send((client, token) => Products(client).ById(ProductId!).Skus.ById(id!).ByReservationScope(ReservationScope).GetAsync(token))));
        }
    }
}
