using System;

namespace PartnerCenterCart.Commands;

/// <summary>Reads a cart, changes one thing and puts it back; every other line and unknown member stays as it was.</summary>
public abstract class CartChangeCmdlet : OneCartCmdlet
{
    /// <param name="customerId">Whose cart it is.</param>
    /// <param name="change">Changes the cart that was read, and says what it did.</param>
    private protected void Change(string customerId, Func<Cart, string> change)
    {
        string cartId = PartnerId.Cart(CartId);
        Cart? changed = null;
        using (EnterGate(Context.CartChanges, cartId))
        {
            Cart cart = Send((client, token) => client.Customers.ById(customerId).Carts.ById(cartId).GetAsync(token));
            string action = change(cart);
            CartCheck.Verify(cart);
            if (ShouldProcess($"Cart {cartId} of customer {customerId}", action))
            {
                changed = Send((client, token) => client.Customers.ById(customerId).Carts.ById(cartId).PutAsync(cart, token));
            }
        }

        // After the turn: the next command of the pipeline may change the same cart.
        if (changed != null)
        {
            this.WriteCart(changed);
        }
    }
}
