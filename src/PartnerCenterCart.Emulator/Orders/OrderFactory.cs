using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Makes the order of one group, and the subscriptions that provisioning will bring.</summary>
internal sealed class OrderFactory(PurchaseContext context, string? cartId, EmulatorSettings settings)
{
    public (StoredOrder Order, IReadOnlyList<SubscriptionRecord> Subscriptions) Make(string group, IReadOnlyList<CartLine> lines)
    {
        CatalogItem first = ItemOf(lines[0]);
        string id = NewOrderId(first.IsLegacy);
        // Legacy orders answer completed and with their subscription at once (published mixed checkout).
        bool reviewed = PurchaseOrderReview.IsNeeded(lines.SelectMany(line => line.WithAddOns()).Select(ItemOf), settings);
        DateTimeOffset from = reviewed ? PurchaseOrderReview.Never : context.Now;
        DateTimeOffset completesAt = reviewed || first.IsLegacy ? from : from.AddSeconds(settings.ProvisioningSeconds);
        int count = lines.Sum(line => line.WithAddOns().Count());
        TimeSpan lag = TimeSpan.FromSeconds(settings.SubscriptionLagSeconds);
        var failed = new List<int>();
        var orderLines = new List<OrderLine>();
        var subscriptions = new List<SubscriptionRecord>();
        foreach (CartLine line in lines)
        {
            string? baseSubscription = null;
            foreach (CartLine part in line.WithAddOns())
            {
                CatalogItem item = ItemOf(part);
                string? parent = part.Context(AddOnCheck.Parent) ?? baseSubscription;
                bool fails = settings.FailingItems.Contains(item.Id, StringComparer.OrdinalIgnoreCase);
                if (fails)
                {
                    failed.Add(orderLines.Count);
                }

                DateTimeOffset existsFrom = from + TimeSpan.FromTicks((completesAt - from).Ticks * (orderLines.Count + 1) / count) + lag;
                SubscriptionRecord? subscription = item.MakesSubscription && !fails ? Subscription(part, item, id, parent, existsFrom) : null;
                if (subscription is not null)
                {
                    subscriptions.Add(subscription);
                    baseSubscription ??= subscription.Id;
                }

                orderLines.Add(Line(part, item, orderLines.Count, subscription?.Id));
            }
        }

        var order = new StoredOrder
        {
            CustomerId = context.Customer.Id,
            Country = context.Customer.Country,
            CartId = cartId,
            OrderGroup = group,
            IsLegacy = first.IsLegacy,
            CreatedAt = context.Now,
            ProvisioningFrom = reviewed ? from : null,
            CompletesAt = completesAt,
            Review = reviewed ? new PurchaseOrderReview() : null,
            FailedLines = failed,
            SubscriptionLag = lag,
            Order = Body(id, first, lines[0], orderLines) with { Status = OrderProvisioning.FinalStatus(failed, orderLines.Count) },
        };
        return (order, subscriptions);
    }

    /// <summary>One more line of an order on the old system, with its subscription; both are there at once.</summary>
    public (OrderLine Line, SubscriptionRecord Subscription) AddOn(CartLine line, string orderId, string parent, int number)
    {
        CatalogItem item = ItemOf(line);
        SubscriptionRecord subscription = Subscription(line, item, orderId, parent, context.Now);
        return (Line(line, item, number, subscription.Id), subscription);
    }

    // GUIDs on the old order system, 12 hex digits now (models.md Order.id).
    private static string NewOrderId(bool legacy) => legacy ? Guid.NewGuid().ToString() : Guid.NewGuid().ToString("N").Substring(0, 12);

    private OrderBody Body(string id, CatalogItem first, CartLine line, List<OrderLine> orderLines) => new()
    {
        Id = id,
        AlternateId = id,
        ReferenceCustomerId = context.Customer.Id,
        BillingCycle = line.BillingCycle,
        CurrencyCode = line.CurrencyCode,
        // Missing on legacy orders (models.md Order).
        CurrencySymbol = first.IsLegacy ? null : Market.Symbol(line.CurrencyCode!),
        LineItems = orderLines,
        CreationDate = Timestamp.Text(context.Now),
        Status = OrderBody.Completed,
        TransactionType = "UserPurchase",
        TotalPrice = orderLines.All(orderLine => orderLine.Pricing?.ExtendedPrice is not null) ? orderLines.Sum(orderLine => orderLine.Pricing!.ExtendedPrice) : null,
    };

    private OrderLine Line(CartLine line, CatalogItem item, int number, string? subscriptionId)
    {
        IReadOnlyList<Participant> participants = line.Participants ?? [];
        string[] additional = participants.Where(ParticipantCheck.IsAdditionalReseller).Select(participant => participant.Value!).ToArray();
        return new OrderLine
        {
            LineItemNumber = number,
            ProvisioningContext = line.ProvisioningContext is { Count: > 0 } ? line.ProvisioningContext : null,
            OfferId = line.CatalogItemId,
            SubscriptionId = subscriptionId,
            TermDuration = line.TermDuration,
            RenewsTo = line.RenewsTo,
            TransactionType = "New",
            PromotionId = line.PromotionId,
            CustomTermEndDate = line.CustomTermEndDate,
            FriendlyName = string.IsNullOrEmpty(line.FriendlyName) ? item.Title : line.FriendlyName,
            Quantity = line.Quantity!.Value,
            PartnerIdOnRecord = participants.FirstOrDefault(ParticipantCheck.IsTransactionReseller)?.Value,
            AdditionalPartnerIdsOnRecord = additional.Length == 0 ? null : additional,
            AttestationAccepted = line.AttestationAccepted,
            // New-commerce lines carry the price of the cart; the others are priced here, where the catalog can.
            Pricing = line.Pricing ?? PriceQuote.For(item, line, 0, context.Now),
            PurchaseCommitment = line.PurchaseCommitment,
        };
    }

    private SubscriptionRecord Subscription(CartLine line, CatalogItem item, string orderId, string? parent, DateTimeOffset existsFrom)
    {
        string id = Guid.NewGuid().ToString();
        int months = TermDuration.Months(line.TermDuration);
        return new SubscriptionRecord
        {
            // Legacy subscription ids come in capitals (published orders).
            Id = item.IsLegacy ? id.ToUpperInvariant() : id,
            CustomerId = context.Customer.Id,
            OfferId = item.Id,
            // Azure plans lose the name that they were ordered under (microsoft/Partner-Center-PowerShell#316).
            FriendlyName = string.IsNullOrEmpty(line.FriendlyName) || item.Family == ItemFamily.AzurePlan ? item.Title : line.FriendlyName,
            Quantity = line.Quantity!.Value,
            CancellableUntil = HasWindow(item) ? context.Now.AddDays(settings.CancellationDays) : null,
            Purchases = HasWindow(item) ? [new SeatPurchase(line.Quantity!.Value, context.Now.AddDays(settings.CancellationDays))] : null,
            OrderId = orderId,
            ParentSubscriptionId = parent,
            BillingCycle = line.BillingCycle,
            TermDuration = line.TermDuration,
            PromotionId = line.PromotionId,
            CreatedAt = context.Now,
            PartnerId = (line.Participants ?? []).FirstOrDefault(ParticipantCheck.IsTransactionReseller)?.Value,
            CommitmentEnd = Timestamp.TryParse(line.CustomTermEndDate, out DateTimeOffset end) && end > context.Now ? end
                : months > 0 ? existsFrom.AddMonths(months).AddDays(-1)
                : null,
            ExistsFrom = existsFrom,
        };
    }

    private static bool HasWindow(CatalogItem item) => item.Family is ItemFamily.NewCommerce or ItemFamily.MarketplaceSaaS or ItemFamily.SoftwareSubscription;

    private CatalogItem ItemOf(CartLine line) => context.Sold(line.CatalogItemId)!;
}
