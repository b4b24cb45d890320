using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>orders.get, orders.list, orders.listByBillingCycle.</summary>
internal static class OrderOperations
{
    private const string IncludePrice = "include_price";
    private const string BillingType = "billingType";

    public static IEnumerable<Operation> Operations()
    {
        const string Orders = "/customers/{customerId}/orders";
        yield return new Operation("orders.get", "GET", Orders + "/{orderId}", Get) { IsThrottled = true };
        yield return new Operation("orders.listByBillingCycle", "GET", Orders, List) { IsThrottled = true, RequiredQuery = BillingType };
        yield return new Operation("orders.list", "GET", Orders, List) { IsThrottled = true };
    }

    private static EmulatorResponse Get(OperationContext context)
    {
        StoredOrder order = context.State.Order(context.Customer.Id, context.Value("orderId")) ?? throw new ServiceFault("20000");
        return EmulatorResponse.Json(200, OrderView.At(order, context.Now, context.Query.Flag(IncludePrice)));
    }

    // Lists lag behind (behaviours.md section 8): an order is missing until its time has come, whatever its status.
    private static EmulatorResponse List(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        string? cycle = context.Query[BillingType] is { } text ? BillingCycle.Parse(text) : null;
        bool includePrice = context.Query.Flag(IncludePrice);
        DateTimeOffset latest = context.Now.AddSeconds(-context.Settings.OrderListLagSeconds);
        List<OrderBody> orders = context.State.Orders(customer.Id)
            .Where(order => order.CreatedAt <= latest && (cycle is null || order.Order.BillingCycle == cycle))
            .OrderBy(order => order.CreatedAt)
            .ThenBy(order => order.Order.Id, StringComparer.Ordinal)
            .Select(order => OrderView.At(order, context.Now, includePrice))
            .ToList();
        return WholeCollection.Answer(context, orders);
    }
}
