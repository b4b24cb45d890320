using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The section Entitlements of endpoints.md: what was bought once, from the orders.</summary>
internal sealed class EntitlementOperations(CatalogIndex catalog)
{
    private const string Type = "entitlementType";
    private const string Software = "software";
    private const string Reserved = "reservedinstance";
    private const string OldReserved = "virtualmachinereservedinstance";

    public IEnumerable<Operation> Operations()
    {
        const string Customer = "/customers/{customerId}";
        yield return new Operation("entitlements.list", "GET", Customer + "/entitlements", List);
        yield return new Operation("entitlements.artifact", "GET", Customer + "/artifacts/reservedinstance/groups/{groupId}/lineitems/{lineItemId}/resource/{resourceId}", Artifact);
    }

    private EmulatorResponse List(OperationContext context)
    {
        string? type = context.Query[Type]?.ToLowerInvariant();
        if (type is not (null or Software or Reserved or OldReserved))
        {
            throw new ServiceFault("3000", "'" + type + "' is no " + Type + "; use software or reservedInstance.");
        }

        bool showExpiry = context.Query.Flag("showExpiry");
        return WholeCollection.Answer(context, Bought(context)
            .Where(bought => type is null || (type == Software) == (bought.Item.Family == ItemFamily.PerpetualSoftware))
            .Select(bought => View(bought, context.Customer.Id, showExpiry)).ToList());
    }

    private EmulatorResponse Artifact(OperationContext context)
    {
        (StoredOrder order, OrderLine line, CatalogItem item) = Bought(context).FirstOrDefault(bought => Resource(bought.Order, bought.Line) == context.Value("resourceId"));
        if (order is null || item.Family != ItemFamily.Reservation)
        {
            throw new ServiceFault("1000");
        }

        DateTimeOffset from = OrderProvisioning.DoneAt(order, line.LineItemNumber);
        bool single = line.ProvisioningContext is not null && line.ProvisioningContext.TryGetValue("scope", out string? scope) && scope == "single";
        return EmulatorResponse.Json(200, new
        {
            type = "virtual_machine_reserved_instance",
            // The name of the published answer, for the newer path too (models.md section 8).
            virtualMachineReservations = new[]
            {
                new
                {
                    reservationId = Guid(order.Order.Id + "/reservation/" + line.LineItemNumber),
                    displayName = line.FriendlyName,
                    scopeType = single ? "Single" : "Shared",
                    appliedScopes = single && line.ProvisioningContext!.TryGetValue("subscriptionId", out string? subscription) ? new[] { subscription } : null,
                    quantity = line.Quantity,
                    expiryDateTime = Expiry(order, line)!.Value.UtcDateTime.ToString("yyyy-MM-ddT00:00:00", CultureInfo.InvariantCulture),
                    effectiveDateTime = Timestamp.Text(from),
                    provisioningState = "Created",
                },
            },
        });
    }

    private IEnumerable<(StoredOrder Order, OrderLine Line, CatalogItem Item)> Bought(OperationContext context) =>
        from order in context.State.Orders(context.Customer.Id).OrderBy(order => order.CreatedAt)
        from line in order.Order.LineItems
        let item = catalog.Find(line.OfferId!)
        where item is { MakesSubscription: false } && OrderProvisioning.StatusOf(order, line, context.Now) == OrderProvisioning.Fulfilled
        select (order, line, item);

    private static object View((StoredOrder Order, OrderLine Line, CatalogItem Item) bought, string customerId, bool showExpiry)
    {
        (StoredOrder order, OrderLine line, CatalogItem item) = bought;
        bool reserved = item.Family == ItemFamily.Reservation;
        string number = line.LineItemNumber.ToString(CultureInfo.InvariantCulture);
        string resource = Resource(order, line);
        string link = ResourcePath.Customer(customerId) + "/artifacts/reservedinstance/groups/" + order.Order.Id + "/lineitems/" + number + "/resource/" + resource;
        return new
        {
            includedEntitlements = System.Array.Empty<object>(),
            referenceOrder = new { id = order.Order.Id, lineItemId = number },
            productId = item.Product.Id,
            quantity = line.Quantity,
            entitledArtifacts = reserved
                ? new object[] { new { link = ResourceLink.Get(link), resourceId = resource, artifactType = Reserved, dynamicAttributes = new { reservationType = "virtualmachines" } } }
                : [],
            skuId = item.Sku.Id,
            entitlementType = reserved ? Reserved : Software,
            dynamicAttributes = reserved ? new { reservationType = "virtualmachines" } : null,
            expiryDate = showExpiry && Expiry(order, line) is { } end ? Timestamp.Text(end) : null,
        };
    }

    private static DateTimeOffset? Expiry(StoredOrder order, OrderLine line)
    {
        int months = TermDuration.Months(line.TermDuration);
        return months > 0 ? OrderProvisioning.DoneAt(order, line.LineItemNumber).AddMonths(months)
            : line.ProvisioningContext is not null && line.ProvisioningContext.TryGetValue("duration", out string? duration)
                ? order.CreatedAt.AddYears(duration.StartsWith("3", StringComparison.Ordinal) ? 3 : 1)
                : null;
    }

    private static string Resource(StoredOrder order, OrderLine line) => Guid(order.Order.Id + "/resource/" + line.LineItemNumber);

    private static string Guid(string text) =>
        new Guid([.. BitConverter.GetBytes(StableHash.Of(text)), .. BitConverter.GetBytes(StableHash.Of("2" + text))]).ToString();
}
