using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>carts.create, carts.get, carts.update (behaviours.md section 6).</summary>
internal sealed class CartOperations(CatalogIndex catalog, StripedLock cartLocks)
{
    // The service shows the object id of the user or application behind the token; tokens are not read here.
    private const string User = "9db12087-fbc3-481c-8965-73d44ff88e27";

    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public IEnumerable<Operation> Operations()
    {
        const string Carts = "/customers/{customerId}/carts";
        yield return new Operation("carts.create", "POST", Carts, Create) { IsThrottled = true, IsReplayed = true };
        yield return new Operation("carts.get", "GET", Carts + "/{cartId}", Get);
        yield return new Operation("carts.update", "PUT", Carts + "/{cartId}", Update) { IsThrottled = true };
    }

    /// <summary>The cart of a path, or the fault that says why there is none.</summary>
    public static StoredCart Find(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        string id = context.Value("cartId");
        if (!Guid.TryParse(id, out Guid guid))
        {
            throw new ServiceFault("800002", "The cart id '" + id + "' is not a GUID.");
        }

        StoredCart? stored = context.State.Cart(guid.ToString());
        bool there = stored is not null && string.Equals(stored.CustomerId, customer.Id, StringComparison.OrdinalIgnoreCase) && !stored.IsExpired(context.Now);
        return there ? stored! : throw new ServiceFault("800008");
    }

    private static EmulatorResponse Get(OperationContext context) => EmulatorResponse.Json(200, Find(context).Cart);

    private EmulatorResponse Create(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        CustomerGuard.MayBuy(customer);
        CartBody body = CartReader.Read(context.Request.Body);
        CartReader.Check(body, customer, attestedBefore: false);

        string id = Guid.NewGuid().ToString();
        DateTimeOffset expiresAt = context.Now + Life;
        var stored = new StoredCart
        {
            CustomerId = customer.Id,
            ExpiresAt = expiresAt,
            AttestationAccepted = body.PartnerOnRecordAttestationAccepted == true,
            Cart = new CartBody
            {
                Id = id,
                CreationTimestamp = Timestamp.Text(context.Now),
                ExpirationTimestamp = Timestamp.Text(expiresAt),
                Status = StoredCart.Active,
                Links = ResourceLinks.To(ResourcePath.Cart(customer.Id, id)),
                Attributes = ResourceAttributes.Of("Cart"),
            },
        };
        stored = Fill(stored, body, context);
        return context.Commit(EmulatorResponse.Json(201, stored.Cart), [stored]);
    }

    private EmulatorResponse Update(OperationContext context)
    {
        CustomerGuard.MayBuy(context.Customer);
        lock (cartLocks[context.Value("cartId")])
        {
            StoredCart stored = Find(context);
            CartBody body = CartReader.Read(context.Request.Body);
            if (stored.Cart.Status != StoredCart.Active)
            {
                // The nearest documented answer for a cart that is no longer Active (behaviours.md section 6.6).
                throw new ServiceFault("800065");
            }

            CartReader.Check(body, context.Customer, stored.AttestationAccepted);
            stored = Fill(stored, body, context) with { AttestationAccepted = stored.AttestationAccepted || body.PartnerOnRecordAttestationAccepted == true };
            return context.Commit(EmulatorResponse.Json(200, stored.Cart), [stored]);
        }
    }

    // Everything that a body decides; the rest of the cart stays as it was.
    private StoredCart Fill(StoredCart stored, CartBody body, OperationContext context)
    {
        IReadOnlyList<CartLine> lines = LineNumbers.Assign(body.LineItems!);
        List<string> closed = stored.OrderedGroups.Keys.ToList();
        lines = lines.Select(line => OrderedLine(stored, line, closed) ?? line).ToList();
        lines = OrderGroups.Assign(lines, catalog, closed);
        var purchase = new PurchaseContext(context.Customer, context.State, lines, catalog, context.Now, context.Issue);
        List<CartLine> filled = lines.Select(line => closed.Contains(line.OrderGroup!) ? line : LineCompletion.Fill(line, purchase)).ToList();
        int? forced = null;
        if (context.Fault?.LineError is { } error)
        {
            filled[0] = filled[0] with { Error = CartLineError.Of(error), Pricing = null };
            forced = filled[0].Id;
        }

        return stored with
        {
            ForcedErrorLine = forced,
            Cart = stored.Cart with
            {
                LastModifiedTimestamp = Timestamp.Text(context.Now),
                LastModifiedUser = User,
                LineItems = filled,
                Unknown = body.Unknown,
            },
        };
    }

    // After a partial checkout the bought lines cannot change any more; a client may send them back or leave them out.
    private static CartLine? OrderedLine(StoredCart stored, CartLine line, List<string> closed) =>
        closed.Count == 0 ? null : stored.Cart.LineItems!.FirstOrDefault(bought =>
            closed.Contains(bought.OrderGroup!) && bought.Id == line.Id && string.Equals(bought.CatalogItemId, line.CatalogItemId, StringComparison.OrdinalIgnoreCase));
}
