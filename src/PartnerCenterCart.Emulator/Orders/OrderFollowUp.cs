using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>orders.provisioningStatus and the activation links.</summary>
internal sealed class OrderFollowUp(CatalogIndex catalog)
{
    // Nobody knows anything about an order in its first seconds.
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(5);

    public IEnumerable<Operation> Operations()
    {
        const string Order = "/customers/{customerId}/orders/{orderId}";
        yield return new Operation("orders.provisioningStatus", "GET", Order + "/provisioningstatus", Status) { Credential = Credential.UserOnly, IsThrottled = true };
        yield return new Operation("orders.lineItemActivationLinks", "GET", Order + "/lineitems/{lineItemNumber}/activationlinks", LineLinks);
        yield return new Operation("orders.activationLinks", "GET", Order + "/activationlinks", Links);
    }

    public static StoredOrder Find(OperationContext context) => context.State.Order(context.Customer.Id, context.Value("orderId")) ?? throw new ServiceFault("20000");

    /// <summary>Where the customer activates a marketplace subscription.</summary>
    public static object Link(string subscriptionId, int lineItemNumber) => new
    {
        lineItemNumber,
        link = new ResourceLink { Uri = "https://publisher.example/activate?token=" + subscriptionId, Method = "GET", Headers = [] },
    };

    private static EmulatorResponse Status(OperationContext context)
    {
        StoredOrder order = Find(context);
        if (!order.IsLegacy && context.Now < order.CompletesAt && context.Now < order.CreatedAt + Unknown)
        {
            throw new ServiceFault("800007");
        }

        return WholeCollection.Answer(context, order.Order.LineItems.Select(line =>
        {
            string status = OrderProvisioning.StatusOf(order, line, context.Now);
            return new
            {
                orderLineItemId = line.LineItemNumber,
                lineItemNumber = line.LineItemNumber,
                status,
                quantityProvisioningInformation = new[] { new { quantity = line.Quantity, status } },
            };
        }).ToList());
    }

    private EmulatorResponse LineLinks(OperationContext context)
    {
        StoredOrder order = Find(context);
        bool known = int.TryParse(context.Value("lineItemNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && order.Order.LineItems.Any(line => line.LineItemNumber == number);
        return known ? WholeCollection.Answer(context, LinksOf(order, context.Now, number)) : throw new ServiceFault("1000", "The order has no such line.");
    }

    private EmulatorResponse Links(OperationContext context) => WholeCollection.Answer(context, LinksOf(Find(context), context.Now, null));

    private List<object> LinksOf(StoredOrder order, DateTimeOffset now, int? number) => order.Order.LineItems
        .Where(line => (number is null || line.LineItemNumber == number) && line is { SubscriptionId: not null, Quantity: > 0 } && OrderProvisioning.Shows(order, line, now)
            && catalog.Find(line.OfferId!)?.Family == ItemFamily.MarketplaceSaaS)
        .Select(line => Link(line.SubscriptionId!, line.LineItemNumber)).ToList();
}
