namespace PartnerCenterCart.Core.Tests;

/// <summary>What goes wrong with a purchase, each until it is taken away.</summary>
internal static class PlanFault
{
    public const string LosesCheckout = "{\"operation\":\"carts.checkout\",\"resetConnection\":\"before\",\"times\":0}";
    public const string LosesAnswer = "{\"operation\":\"carts.checkout\",\"resetConnection\":\"after\",\"times\":0}";
    public const string Refused = "{\"operation\":\"carts.checkout\",\"status\":403,\"code\":\"800069\",\"times\":0}";
    public const string LosesCart = "{\"operation\":\"carts.get\",\"resetConnection\":\"before\",\"times\":0}";
    public const string CartIsGone = "{\"operation\":\"carts.get\",\"status\":404,\"code\":\"800008\",\"times\":0}";
    public const string CheckoutFindsNoCart = "{\"operation\":\"carts.checkout\",\"status\":404,\"code\":\"800008\",\"times\":0}";
}
