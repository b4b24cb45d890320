using System;

namespace PartnerCenterCart.Commands;

/// <summary>Reads a cart, changes one thing and puts it back; every other line and unknown member stays as it was.</summary>
public abstract class CartChangeCmdlet : OneCartCmdlet
{
    private protected void Change(string action, Action<Cart> change)
    {
        string customerId = PartnerId.Customer(CustomerId);
        string cartId = PartnerId.Cart(CartId);
        Cart cart = Send((client, token) => client.Customers.ById(customerId).Carts.ById(cartId).GetAsync(token));
        change(cart);
        CartCheck.Verify(cart);
        if (ShouldProcess($"Cart {cartId} of customer {customerId}", action))
        {
            WriteCart(Send((client, token) => client.Customers.ById(customerId).Carts.ById(cartId).PutAsync(cart, token)));
        }
    }
}
