namespace PartnerCenterCart;

/// <summary>Customers of the partner.</summary>
public sealed class CustomerCollectionOperations
{
    private readonly CallSender sender;

    internal CustomerCollectionOperations(CallSender sender) => this.sender = sender;

    /// <summary>One customer, by tenant id. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: not a GUID.</exception>
    public CustomerOperations ById(string customerId) => new(sender, PartnerId.Customer(customerId));
}
