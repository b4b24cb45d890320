using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Tells before the service does what is wrong with a cart. It reads, and it asks the two questions that the service takes
/// as POSTs (inventory, promotion eligibility); it changes nothing.
/// </summary>
public sealed class CartValidator
{
    private readonly PartnerClient client;

    /// <summary>Validates through this connection; offline rules need none of its calls.</summary>
    public CartValidator(PartnerClient client) => this.client = client ?? throw new ArgumentNullException(nameof(client));

    /// <summary>Leaves out the two checks that are POSTs, though they change nothing; they are findings of their own then.</summary>
    public bool OnlyReads { get; set; }

    /// <summary>What other carts have found out of the catalogue, and will; null where this cart is alone.</summary>
    internal PlanCatalog? Shared { get; set; }

    /// <summary>The rules that need no call, and so no connection.</summary>
    /// <param name="cart">A cart that was read, or one that is about to be created.</param>
    /// <param name="now">What time it is for the cart.</param>
    public static IReadOnlyList<CartFinding> ValidateOffline(Cart cart, DateTimeOffset now)
    {
        var findings = new FindingList(cart ?? throw new ArgumentNullException(nameof(cart)), null);
        OfflineRules.Apply(cart, now, findings);
        return findings.All;
    }

    /// <summary>Reads a cart and tells what is wrong with it.</summary>
    /// <exception cref="PartnerException">InvalidInput; NotFound: unknown or expired.</exception>
    public async Task<IReadOnlyList<CartFinding>> ValidateAsync(string customerId, string cartId, CancellationToken cancellationToken = default)
    {
        Cart cart = await client.Customers.ById(customerId).Carts.ById(cartId).GetAsync(cancellationToken).ConfigureAwait(false);
        return await ValidateAsync(customerId, cart, offline: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// One finding for each problem, those of the cart as a whole first. A check that the credential may not make is a
    /// finding of its own (CheckNotPossible), never silently left out.
    /// </summary>
    /// <param name="customerId">The customer that the cart is for.</param>
    /// <param name="cart">A cart that was read, or one that is about to be created.</param>
    /// <param name="offline">Only the rules that need no call.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="PartnerException">InvalidInput: not a customer id; and what ends every check: Unauthorized, ConnectionFailed, ...</exception>
    public async Task<IReadOnlyList<CartFinding>> ValidateAsync(string? customerId, Cart cart, bool offline = false, CancellationToken cancellationToken = default)
    {
        _ = cart ?? throw new ArgumentNullException(nameof(cart));
        var findings = new FindingList(cart, customerId);
        OfflineRules.Apply(cart, client.Clock.UtcNow, findings);
        if (!offline && !cart.IsOrdered && cart.AllLines().Any())
        {
            CustomerOperations customer = client.Customers.ById(customerId!);
            var online = new OnlineRules(client, customer, PartnerId.Customer(customerId), cart, findings, OnlyReads, Shared);
            await online.ApplyAsync(cancellationToken).ConfigureAwait(false);
        }

        return findings.All;
    }
}
