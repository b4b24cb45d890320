namespace PartnerCenterCart.Emulation;

internal sealed record OrderError
{
    public string? OrderGroupId { get; init; }

    public int Code { get; init; }

    public string? Description { get; init; }

    public ResourceAttributes Attributes { get; init; } = ResourceAttributes.Of("OrderError");
}
