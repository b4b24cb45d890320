using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Carts of a customer. The service cannot list them.</summary>
public sealed class CartCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal CartCollectionOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>One cart. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: not a GUID.</exception>
    public CartOperations ById(string cartId) => new(sender, customerId, PartnerId.Cart(cartId));

    /// <summary>
    /// Creates a cart. A line that cannot be bought has an <see cref="CartLineItem.Error"/> in the answer; the call succeeds
    /// all the same. The given cart is not changed: lines without an id are numbered on the way.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput before anything is sent; BadRequest, Forbidden, ...; OutcomeUnknown.</exception>
    public async Task<Cart> CreateAsync(Cart cart, CancellationToken cancellationToken = default)
    {
        Cart body = CartCheck.Sendable(cart);
        PartnerRequest request = sender.Request(
            "carts.create",
            HttpMethod.Post,
            ResourcePath.Root.Add("customers", customerId, "carts").ToString(),
            RetryClass.Write,
            $"creating a cart for customer {customerId}",
            body,
            "A cart may exist that nobody knows the id of; it expires after seven days, and nothing was bought. It is safe to create another.");
        Cart created = await sender.SendAsync<Cart>(request, cancellationToken).ConfigureAwait(false);
        return CartOperations.Complete(created, customerId, null, sender.Clock);
    }
}
