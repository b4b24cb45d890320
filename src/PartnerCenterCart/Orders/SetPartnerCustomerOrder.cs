using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Changes legacy orders: another billing cycle, or one more add-on for a subscription. Orders of new commerce take neither: their
/// subscriptions are changed, and add-ons are bought in a cart.
/// </summary>
[Cmdlet(VerbsCommon.Set, "PartnerCustomerOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = "BillingCycle")]
[OutputType(typeof(Order))]
public sealed class SetPartnerCustomerOrder : OrderCmdlet
{
    /// <summary>The new billing cycle of the order and its subscriptions: monthly, annual, none.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = "BillingCycle")]
    [ArgumentCompleter(typeof(BillingCycleCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? BillingCycle { get; set; }

    /// <summary>Add-ons to buy: what New-PartnerCustomerCartLineItem returns, or hashtables with CatalogItemId and Quantity.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "AddOn")]
    [Alias("LineItem", "LineItems", "AddonItem")]
    public PSObject[] AddOn { get; set; } = System.Array.Empty<PSObject>();

    /// <summary>The base subscription of the add-ons; needed where the order has several.</summary>
    [Parameter(ParameterSetName = "AddOn", ValueFromPipelineByPropertyName = true)]
    public string? ParentSubscriptionId { get; set; }

    private protected override void Process(string customerId, string orderId)
    {
        List<CartLineItem> addOns = AddOn.Select(MemberBinder.Line).ToList();
        string? cycle = ParameterSetName == "BillingCycle" ? CartCheck.BillingCycle(string.IsNullOrWhiteSpace(BillingCycle) ? "(blank)" : BillingCycle) : null;
        Order order = Send((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).GetAsync(false, token));
        if (cycle != null && BillingCycleType.Known.Same(order.BillingCycle, cycle))
        {
            Say($"Order {orderId} of customer {customerId} is billed {cycle} already.");
            WriteObject(order);
            return;
        }

        Order change = cycle != null ? OrderChange.BillingCycle(order, cycle) : OrderChange.AddOns(order, addOns, ParentSubscriptionId);
        string question = cycle != null
            ? $"Change the billing cycle from {order.BillingCycle} to {cycle}, price unknown: {Held(order)}"
            : $"Buy {Lines.Describe(addOns)}, price unknown, for {string.Join(", ", change.LineItems!.Select(line => "subscription " + line.ParentSubscriptionId).Distinct())}";
        if (ShouldProcess($"Order {orderId} of customer {customerId}", question))
        {
            WriteObject(Send((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).PatchAsync(change, token)));
        }
    }

    private static string Held(Order order) => string.Join("; ", (order.LineItems ?? new List<OrderLineItem>()).Where(line => line is { Quantity: not 0 }).Select(line => line.ToString()));
}
