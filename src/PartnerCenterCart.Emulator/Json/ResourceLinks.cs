namespace PartnerCenterCart.Emulation;

/// <summary>Every link that the resources can have; the ones that are null stay out of the answer.</summary>
internal sealed record ResourceLinks
{
    public ResourceLink? Skus { get; init; }

    public ResourceLink? Availabilities { get; init; }

    public ResourceLink? Offer { get; init; }

    public ResourceLink? ParentSubscription { get; init; }

    public ResourceLink? Subscription { get; init; }

    public ResourceLink? Product { get; init; }

    public ResourceLink? Sku { get; init; }

    public ResourceLink? Availability { get; init; }

    public ResourceLink? Self { get; init; }

    public ResourceLink? Next { get; init; }

    public ResourceLink? ProvisioningStatus { get; init; }

    public ResourceLink? PatchOperation { get; init; }

    public static ResourceLinks To(string self) => new() { Self = ResourceLink.Get(self) };
}
