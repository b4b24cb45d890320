using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Reads what was ordered for a customer into a comparison: the list, and one by one what it lacks.</summary>
internal static class InvoiceOrders
{
    private const string NoPrices = "800043";

    public static async Task ReadAsync(PartnerClient client, InvoiceComparer comparer, string customerId, CancellationToken cancellationToken)
    {
        OrderCollectionOperations orders = client.Customers.ById(customerId).Orders;
        for (Page<Order>? page = await FirstAsync(orders, cancellationToken).ConfigureAwait(false); page != null; page = await NextAsync(page, cancellationToken).ConfigureAwait(false))
        {
            foreach (Order order in page.Items)
            {
                comparer.Expect(order);
            }
        }

        // The list lags, and leaves out what the system has ordered itself, such as renewals.
        foreach (string orderId in comparer.UnknownOrders(customerId))
        {
            try
            {
                comparer.Expect(await orders.ById(orderId).GetAsync(false, cancellationToken).ConfigureAwait(false));
            }
            catch (PartnerException e) when (e.Kind is PartnerErrorKind.NotFound or PartnerErrorKind.InvalidInput or PartnerErrorKind.BadRequest)
            {
                // Nobody knows of it; that is what the comparison says.
            }
        }
    }

    private static async Task<Page<Order>> FirstAsync(OrderCollectionOperations orders, CancellationToken cancellationToken)
    {
        try
        {
            return await orders.GetAsync(true, cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.ServiceCode == NoPrices)
        {
            return await orders.GetAsync(false, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<Page<Order>?> NextAsync(Page<Order> page, CancellationToken cancellationToken) =>
        page.HasNext ? await page.NextAsync(cancellationToken).ConfigureAwait(false) : null;
}
