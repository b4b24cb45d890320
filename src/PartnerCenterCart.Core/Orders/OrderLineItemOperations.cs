namespace PartnerCenterCart;

/// <summary>One line of an order.</summary>
public sealed class OrderLineItemOperations
{
    internal OrderLineItemOperations(CallSender sender, string customerId, string orderId, int lineItemNumber) =>
        ActivationLink = new OrderActivationLinkOperations(sender, customerId, orderId, lineItemNumber);

    /// <summary>Where the customer activates it; named as in the archived SDK.</summary>
    public OrderActivationLinkOperations ActivationLink { get; }
}
