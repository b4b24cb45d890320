namespace PartnerCenterCart.Emulation;

/// <summary>Every link that carts, orders and their lines can have; the ones that are null stay out of the answer.</summary>
internal sealed record ResourceLinks
{
    public ResourceLink? Subscription { get; init; }

    public ResourceLink? Product { get; init; }

    public ResourceLink? Sku { get; init; }

    public ResourceLink? Availability { get; init; }

    public ResourceLink? Self { get; init; }

    public ResourceLink? ProvisioningStatus { get; init; }

    public ResourceLink? PatchOperation { get; init; }

    public static ResourceLinks To(string self) => new() { Self = ResourceLink.Get(self) };
}
