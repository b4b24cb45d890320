namespace PartnerCenterCart;

/// <summary>What the service has beside its resources.</summary>
public sealed class ExtensionOperations
{
    internal ExtensionOperations(CallSender sender) => Product = new ProductExtensionOperations(sender);

    /// <summary>For products.</summary>
    public ProductExtensionOperations Product { get; }
}
