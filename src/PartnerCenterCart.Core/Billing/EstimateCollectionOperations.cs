namespace PartnerCenterCart;

/// <summary>What is not billed yet.</summary>
public sealed class EstimateCollectionOperations
{
    internal EstimateCollectionOperations(CallSender sender) => Links = new EstimateLinkCollectionOperations(sender);

    /// <summary>Ready-made ways to it.</summary>
    public EstimateLinkCollectionOperations Links { get; }
}
