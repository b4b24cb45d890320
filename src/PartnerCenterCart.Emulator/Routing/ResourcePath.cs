namespace PartnerCenterCart.Emulation;

/// <summary>Links are relative to the version root (models.md section 0).</summary>
internal static class ResourcePath
{
    public const string Invoices = "/invoices";

    public static string Cart(string customerId, string cartId) => "/customers/" + customerId + "/carts/" + cartId;

    public static string Orders(string customerId) => "/customers/" + customerId + "/orders";

    public static string Order(string customerId, string orderId) => Orders(customerId) + "/" + orderId;

    public static string Customer(string customerId) => "/customers/" + customerId;

    public static string Subscriptions(string customerId) => Customer(customerId) + "/subscriptions";

    public static string Product(string productId) => "/products/" + productId;

    public static string Skus(string productId) => Product(productId) + "/skus";

    public static string Sku(string productId, string skuId) => Skus(productId) + "/" + skuId;

    public static string Availabilities(string productId, string skuId) => Sku(productId, skuId) + "/availabilities";

    public static string Availability(string productId, string skuId, string availabilityId) => Availabilities(productId, skuId) + "/" + availabilityId;

    public static string Subscription(string customerId, string subscriptionId) => "/customers/" + customerId + "/subscriptions/" + subscriptionId;
}
