using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The reads of endpoints.md, Subscriptions, that a purchase needs, and the registration for reservations.</summary>
internal sealed class SubscriptionOperations(CatalogIndex catalog)
{
    private const string OrderId = "order_id";
    private const string PartnerId = "mpn_id";

    public IEnumerable<Operation> Operations()
    {
        const string Subscriptions = "/customers/{customerId}/subscriptions";
        const string Subscription = Subscriptions + "/{subscriptionId}";
        yield return new Operation("subscriptions.listByOrder", "GET", Subscriptions, List) { IsThrottled = true, RequiredQuery = OrderId };
        yield return new Operation("subscriptions.listByPartner", "GET", Subscriptions, List) { IsThrottled = true, RequiredQuery = PartnerId };
        yield return new Operation("subscriptions.list", "GET", Subscriptions, List) { IsThrottled = true };
        // Before subscriptions.get, whose path fits too.
        yield return new Operation("subscriptions.customTermEndDates", "GET", Subscriptions + "/customTermEndDates", new TermEndDates(catalog).Answer);
        yield return new Operation("subscriptions.get", "GET", Subscription, Get) { IsThrottled = true };
        yield return new Operation("subscriptions.register", "POST", Subscription + "/registrations", Register) { IsThrottled = true };
        yield return new Operation("subscriptions.registrationStatus", "GET", Subscription + "/registrationstatus", RegistrationStatus) { IsThrottled = true };
    }

    private static SubscriptionRecord Find(OperationContext context)
    {
        SubscriptionRecord? found = context.State.Subscription(context.Customer.Id, context.Value("subscriptionId"));
        return found is not null && found.Exists(context.Now) ? found : throw new ServiceFault("20003");
    }

    // Up to fifteen minutes behind when asked by order (newer-facts.md): the lag that order lists have.
    private EmulatorResponse List(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        string? order = context.Query[OrderId];
        string? partner = context.Query[PartnerId];
        DateTimeOffset latest = order is null ? context.Now : context.Now.AddSeconds(-context.Settings.OrderListLagSeconds);
        return WholeCollection.Answer(context, context.State.Subscriptions(customer.Id)
            .Where(subscription => subscription.Exists(context.Now)
                && (subscription.CreatedAt is null || subscription.CreatedAt <= latest || subscription.ExistsFrom is null)
                && (order is null || string.Equals(subscription.OrderId, order, StringComparison.OrdinalIgnoreCase))
                && (partner is null || subscription.PartnerId == partner))
            .OrderBy(subscription => subscription.Id, StringComparer.OrdinalIgnoreCase)
            .Select(subscription => SubscriptionView.Of(subscription, customer, catalog)).ToList());
    }

    private EmulatorResponse Get(OperationContext context) => EmulatorResponse.Json(200, SubscriptionView.Of(Find(context), context.Customer, catalog));

    private EmulatorResponse Register(OperationContext context)
    {
        SubscriptionRecord found = Azure(context);
        if (!found.IsActive(context.Now))
        {
            throw new ServiceFault("800012");
        }

        // Asking again does not begin again.
        object[] changes = found.Registered || found.RegisteredFrom is not null ? [] : [found with { RegisteredFrom = context.Now.AddSeconds(context.Settings.RegistrationSeconds) }];
        string status = ResourcePath.Subscription(context.Customer.Id, found.Id) + "/registrationstatus";
        return context.Commit(EmulatorResponse.Empty(202).With("Location", status), changes);
    }

    private EmulatorResponse RegistrationStatus(OperationContext context)
    {
        SubscriptionRecord found = Azure(context);
        string status = found.IsRegistered(context.Now) ? "Registered" : found.RegisteredFrom is not null ? "Registering" : "NotRegistered";
        return EmulatorResponse.Json(200, new { subscriptionId = found.Id, status, attributes = ResourceAttributes.Of("SubscriptionRegistrationStatus") });
    }

    private SubscriptionRecord Azure(OperationContext context)
    {
        SubscriptionRecord found = Find(context);
        return catalog.Find(found.OfferId)?.Family is ItemFamily.LegacyAzure or ItemFamily.AzurePlan ? found : throw new ServiceFault("800011");
    }
}
