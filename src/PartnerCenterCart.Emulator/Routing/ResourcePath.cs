namespace PartnerCenterCart.Emulation;

/// <summary>Links are relative to the version root (models.md section 0).</summary>
internal static class ResourcePath
{
    public static string Cart(string customerId, string cartId) => "/customers/" + customerId + "/carts/" + cartId;

    public static string Orders(string customerId) => "/customers/" + customerId + "/orders";

    public static string Order(string customerId, string orderId) => Orders(customerId) + "/" + orderId;

    public static string Subscription(string customerId, string subscriptionId) => "/customers/" + customerId + "/subscriptions/" + subscriptionId;
}
