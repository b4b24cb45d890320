namespace PartnerCenterCart.Emulation;

internal sealed record ResourceAttributes
{
    public string? Etag { get; init; }

    public string? ObjectType { get; init; }

    public static ResourceAttributes Of(string objectType) => new() { ObjectType = objectType };
}
