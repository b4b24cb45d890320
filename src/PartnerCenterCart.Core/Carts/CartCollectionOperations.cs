using System;
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
    public Task<Cart> CreateAsync(Cart cart, CancellationToken cancellationToken = default) => CreateAsync(cart, null, cancellationToken);

    /// <summary>
    /// Creates a cart under a request id of the caller's, who keeps it: asked again with the same id and the same lines, the service
    /// answers with the cart that it made. So a lost answer is asked for again.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput before anything is sent; BadRequest, Forbidden, ...; OutcomeUnknown.</exception>
    public Task<Cart> CreateAsync(Cart cart, Guid requestId, CancellationToken cancellationToken = default) => CreateAsync(cart, (Guid?)requestId, cancellationToken);

    private async Task<Cart> CreateAsync(Cart cart, Guid? requestId, CancellationToken cancellationToken)
    {
        Cart body = CartCheck.Sendable(cart);
        PartnerRequest request = sender.Request(
            "carts.create",
            HttpMethod.Post,
            ResourcePath.Root.Add("customers", customerId, "carts").ToString(),
            requestId == null ? RetryClass.Write : RetryClass.RepeatableWrite,
            $"creating a cart for customer {customerId}",
            body,
            "A cart may exist that nobody knows the id of; it expires after seven days, and nothing was bought. It is safe to create another.",
            requestId: requestId);
        Cart created = await sender.SendAsync<Cart>(request, cancellationToken).ConfigureAwait(false);
        return CartOperations.Complete(created, customerId, null, sender.Clock);
    }
}
