using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the availabilities of a SKU: each has a catalog item id, which a cart line needs.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerProductAvailability")]
[OutputType(typeof(Availability))]
public sealed class GetPartnerProductAvailability : CatalogCmdlet
{
    private string? current;

    /// <summary>The product; SKUs come down the pipeline with it and with their catalogue.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? ProductId { get; set; }

    /// <summary>The SKU, such as 0001.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? SkuId { get; set; }

    /// <summary>Availability ids; all of the SKU when left out. They are reissued regularly.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    public string?[]? AvailabilityId { get; set; }

    /// <summary>commercial, education, government or nonprofit; all but nonprofit when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SegmentCompleter))]
    public string? Segment { get; set; }

    private protected override object? Target => current ?? SkuId;

    private protected override void Process()
    {
        if (AvailabilityId == null || AvailabilityId.Length == 0)
        {
            SendPages(
                (client, token) => Products(client).ById(ProductId!).Skus.ById(SkuId!).Availabilities.ByTargetSegment(Segment).ByReservationScope(ReservationScope).GetAsync(cancellationToken: token),
                WriteObject);
            return;
        }

        foreach (string? id in AvailabilityId)
        {
            current = id;
            Guarded(() => WriteObject(Send((client, token) => Products(client).ById(ProductId!).Skus.ById(SkuId!).Availabilities.ById(id!).GetAsync(token))));
        }
    }
}
