using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>One cart (contract: behaviours.md, section 6).</summary>
public sealed class CartOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string cartId;

    internal CartOperations(CallSender sender, string customerId, string cartId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.cartId = cartId;
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="PartnerException">NotFound: unknown or expired (800008).</exception>
    public async Task<Cart> GetAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = sender.Request("carts.get", HttpMethod.Get, Path().ToString(), RetryClass.Read, $"reading cart {cartId} of customer {customerId}");
        return Complete(await sender.SendAsync<Cart>(request, cancellationToken).ConfigureAwait(false), customerId, cartId, sender.Clock);
    }

    /// <summary>
    /// Replaces it: lines that are not in <paramref name="cart"/> are removed. Members that this version does not know go
    /// back as they came, if the cart was read.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput before anything is sent; NotFound; Conflict: not active any more.</exception>
    public async Task<Cart> PutAsync(Cart cart, CancellationToken cancellationToken = default)
    {
        PartnerRequest request = sender.Request(
            "carts.update",
            HttpMethod.Put,
            Path().ToString(),
            RetryClass.Replace,
            $"changing cart {cartId} of customer {customerId}",
            CartCheck.Sendable(cart, cartId),
            $"Get-PartnerCustomerCart -CustomerId {customerId} -CartId {cartId} shows whether the change arrived; nothing was bought.");
        return Complete(await sender.SendAsync<Cart>(request, cancellationToken).ConfigureAwait(false), customerId, cartId, sender.Clock);
    }

    /// <summary>
    /// Buys what is in it. The service documents the repeat as safe: an ordered cart gives the same orders again, failed
    /// groups are tried again. Look at both lists of the result: some groups can fail while others are bought.
    /// </summary>
    /// <exception cref="PartnerException">NotFound: unknown or expired; Conflict; Forbidden; OutcomeUnknown.</exception>
    public Task<CartCheckoutResult> CheckoutAsync(CancellationToken cancellationToken = default) => CheckoutAsync(null, cancellationToken);

    /// <summary>The same under a request id of the caller's, who keeps it to repeat the call by, also in another process.</summary>
    /// <exception cref="PartnerException">NotFound: unknown or expired; Conflict; Forbidden; OutcomeUnknown.</exception>
    public Task<CartCheckoutResult> CheckoutAsync(Guid requestId, CancellationToken cancellationToken = default) => CheckoutAsync((Guid?)requestId, cancellationToken);

    private async Task<CartCheckoutResult> CheckoutAsync(Guid? requestId, CancellationToken cancellationToken)
    {
        PartnerRequest request = sender.Request(
            "carts.checkout",
            HttpMethod.Post,
            Path().Add("checkout").ToString(),
            RetryClass.RepeatableWrite,
            $"checking out cart {cartId} of customer {customerId}",
            whenUnknown: $"Submit the same cart again: the service gives the orders that exist and buys nothing twice. Get-PartnerCustomerOrder -CustomerId {customerId} lists orders after up to 15 minutes.",
            requestId: requestId);
        CartCheckoutResult result;
        try
        {
            result = await sender.SendAsync(request, answer => ReadResult(request, answer), cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.ServiceCode == ServiceCodes.AlreadySubmitted)
        {
            var submitted = new SubmittedCart(this, new OrderCollectionOperations(sender, customerId));
            result = await submitted.FindAsync(cancellationToken).ConfigureAwait(false) ?? throw Fault.AlreadyBought(request, e);
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.OutcomeUnknown)
        {
            result = await LookAsync(request, e, cancellationToken).ConfigureAwait(false);
        }

        result.CustomerId = customerId;
        result.CartId = cartId;
        result.Orders?.RemoveAll(order => order == null);
        result.OrderErrors?.RemoveAll(error => error == null);
        result.Orders?.ForEach(order => OrderOperations.Complete(order, customerId));
        return result;
    }

    // Asking again stayed without an answer; the cart itself may tell. One that is active still tells nothing: the checkout can be
    // on its way.
    private async Task<CartCheckoutResult> LookAsync(PartnerRequest request, PartnerException unknown, CancellationToken cancellationToken)
    {
        CartCheckoutResult? found;
        try
        {
            if (!(await GetAsync(cancellationToken).ConfigureAwait(false)).IsOrdered)
            {
                throw unknown;
            }

            found = await new SubmittedCart(this, new OrderCollectionOperations(sender, customerId)).FindAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e != unknown)
        {
            // No way to look either: what is known stays what it was.
            throw unknown;
        }

        return found ?? throw Fault.BoughtUnseen(request, unknown);
    }

    internal static Cart Complete(Cart cart, string customerId, string? cartId, IClock clock)
    {
        cart.CustomerId = customerId;
        cart.Id ??= cartId;
        cart.Clock = clock;
        foreach (CartLineItem line in cart.AllLines())
        {
            line.CustomerId = customerId;
            line.CartId = cart.Id;
            line.MarkAsRead();
        }

        return cart;
    }

    // One published answer of 2023 is a bare order without the wrapper (contract: behaviours.md, section 13).
    private static CartCheckoutResult ReadResult(PartnerRequest request, PartnerAnswer answer)
    {
        JToken? body = PartnerJson.ReadToken(answer.Body);
        JObject members = body as JObject ?? throw Fault.Unreadable(request, answer, "its body is no checkout result", null);
        bool isOrder = members.GetValue("orders", StringComparison.OrdinalIgnoreCase) == null
            && members.GetValue("orderErrors", StringComparison.OrdinalIgnoreCase) == null
            && members.GetValue("lineItems", StringComparison.OrdinalIgnoreCase) != null;
        if (isOrder)
        {
            return new CartCheckoutResult { Orders = new() { PartnerJson.Read<Order>(members)! } };
        }

        CartCheckoutResult result = PartnerJson.Read<CartCheckoutResult>(members)!;
        return result.Orders == null && result.OrderErrors == null
            ? throw Fault.Unreadable(request, answer, "it names neither orders nor errors", null)
            : result;
    }

    private ResourcePath Path() => ResourcePath.Root.Add("customers", customerId, "carts", cartId);
}
