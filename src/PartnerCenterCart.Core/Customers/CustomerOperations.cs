namespace PartnerCenterCart;

/// <summary>What belongs to one customer.</summary>
public sealed class CustomerOperations
{
    internal CustomerOperations(CallSender sender, string customerId)
    {
        Carts = new CartCollectionOperations(sender, customerId);
        Orders = new OrderCollectionOperations(sender, customerId);
    }

    /// <summary>Carts.</summary>
    public CartCollectionOperations Carts { get; }

    /// <summary>Orders.</summary>
    public OrderCollectionOperations Orders { get; }
}
