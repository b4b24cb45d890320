namespace PartnerCenterCart;

/// <summary>Lines of an order.</summary>
public sealed class OrderLineItemCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string orderId;

    internal OrderLineItemCollectionOperations(CallSender sender, string customerId, string orderId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.orderId = orderId;
    }

    /// <summary>One line, by its number from 0. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: below 0.</exception>
    public OrderLineItemOperations ById(int lineItemNumber) => lineItemNumber >= 0
        ? new OrderLineItemOperations(sender, customerId, orderId, lineItemNumber)
        : throw PartnerException.InvalidInput($"'{lineItemNumber}' is not the number of an order line. They count from 0.", "The LineItems of the order have them.");
}
