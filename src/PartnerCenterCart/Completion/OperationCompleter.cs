namespace PartnerCenterCart.Commands;

/// <summary>The operations that the cmdlets of the module call.</summary>
public sealed class OperationCompleter : ListCompleter
{
    /// <summary>Any operation of the contract is accepted; these are the usual ones.</summary>
    public OperationCompleter()
        : base("customers.list", "customers.search", "customers.get", "products.list", "skus.list", "availabilities.list", "customerProducts.list", "customerSkus.list", "customerAvailabilities.list", "inventory.check", "promotions.list", "promotionEligibilities.create", "carts.create", "carts.get", "carts.update", "carts.checkout", "orders.list", "orders.listByBillingCycle", "orders.get", "orders.patch", "orders.provisioningStatus", "subscriptions.get", "subscriptions.update", "*")
    {
    }
}
