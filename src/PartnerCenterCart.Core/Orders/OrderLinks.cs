namespace PartnerCenterCart;

/// <summary>Links of an order.</summary>
public sealed class OrderLinks : StandardResourceLinks
{
    /// <summary>How far each line is.</summary>
    public Link? ProvisioningStatus { get; set; }

    /// <summary>Where changes go.</summary>
    public Link? PatchOperation { get; set; }
}
