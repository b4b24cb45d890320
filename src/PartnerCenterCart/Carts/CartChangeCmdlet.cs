using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads a cart, changes one thing and puts it back; every other line and unknown member stays as it was.</summary>
public abstract class CartChangeCmdlet : CartCmdlet
{
    /// <summary>Tenant id of the customer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>Id of the cart.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? CartId { get; set; }

    private protected override object? Target => CartId;

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
