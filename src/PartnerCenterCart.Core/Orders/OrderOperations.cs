using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One order.</summary>
public sealed class OrderOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string orderId;

    internal OrderOperations(CallSender sender, string customerId, string orderId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.orderId = orderId;
        ProvisioningStatus = new OrderProvisioningStatusOperations(sender, customerId, orderId);
        ActivationLinks = new OrderActivationLinkOperations(sender, customerId, orderId, null);
        OrderLineItems = new OrderLineItemCollectionOperations(sender, customerId, orderId);
        Attachments = new OrderAttachmentCollectionOperations(sender, customerId, orderId);
    }

    /// <summary>How far its lines are; App+User tokens only.</summary>
    public OrderProvisioningStatusOperations ProvisioningStatus { get; }

    /// <summary>Where the customer activates its lines, all at once.</summary>
    public OrderActivationLinkOperations ActivationLinks { get; }

    /// <summary>Its lines.</summary>
    public OrderLineItemCollectionOperations OrderLineItems { get; }

    /// <summary>Its purchase-order documents.</summary>
    public OrderAttachmentCollectionOperations Attachments { get; }

    /// <summary>Reads it; it is there at once after a checkout, whatever the list says.</summary>
    /// <param name="includePrice">Asks for prices before tax; needs a credential that may see them (800043).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">NotFound (20000).</exception>
    public async Task<Order> GetAsync(bool includePrice = false, CancellationToken cancellationToken = default)
    {
        ResourcePath path = Path().Query("include_price", includePrice ? "true" : null);
        PartnerRequest request = sender.Request("orders.get", HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading order {orderId} of customer {customerId}");
        return Complete(await sender.SendAsync<Order>(request, cancellationToken).ConfigureAwait(false), customerId);
    }

    /// <summary>
    /// Cancels it, or some of its lines. What is cancelled through its subscription (new commerce, marketplace, Azure plan) is
    /// refused here; <see cref="OrderCancellation"/> takes the right way for each line.
    /// </summary>
    /// <param name="lines">The lines; null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">BadRequest: 900117, 900213, the window is over; 800061. Forbidden: 800019, 800077. OutcomeUnknown.</exception>
    public Task<Order> CancelAsync(IEnumerable<OrderLineItem>? lines = null, CancellationToken cancellationToken = default)
    {
        var change = new Order
        {
            Id = orderId,
            Status = "cancelled",
            LineItems = lines?.Select(line => new OrderLineItem { LineItemNumber = line.LineItemNumber, OfferId = line.OfferId }).ToList(),
        };
        return PatchAsync(change, "cancelling", cancellationToken);
    }

    /// <summary>
    /// Changes it as told: adds a legacy add-on (a line with a parent subscription), changes the billing cycle of a legacy order,
    /// cancels.
    /// </summary>
    /// <exception cref="PartnerException">BadRequest, Forbidden, Conflict, NotFound; OutcomeUnknown.</exception>
    public Task<Order> PatchAsync(Order change, CancellationToken cancellationToken = default) =>
        PatchAsync(change ?? throw new ArgumentNullException(nameof(change)), "changing", cancellationToken);

    internal static Order Complete(Order order, string customerId)
    {
        order.CustomerId = customerId;
        return order;
    }

    // To cancel what is cancelled changes nothing. An add-on that is added twice is bought twice, where the service does not know the
    // request id again; so nothing else is repeated.
    private async Task<Order> PatchAsync(Order change, string doing, CancellationToken cancellationToken)
    {
        PartnerRequest request = sender.Request(
            "orders.patch",
            new HttpMethod("PATCH"),
            Path().ToString(),
            string.Equals(change.Status, "cancelled", StringComparison.OrdinalIgnoreCase) ? RetryClass.RepeatableWrite : RetryClass.Write,
            $"{doing} order {orderId} of customer {customerId}",
            change,
            $"Get-PartnerCustomerOrder -CustomerId {customerId} -OrderId {orderId} shows whether it arrived.");
        return Complete(await sender.SendAsync<Order>(request, cancellationToken).ConfigureAwait(false), customerId);
    }

    private ResourcePath Path() => ResourcePath.Root.Add("customers", customerId, "orders", orderId);
}
