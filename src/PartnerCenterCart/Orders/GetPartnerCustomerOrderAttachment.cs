using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the purchase-order documents of orders.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerOrderAttachment")]
[OutputType(typeof(OrderAttachment))]
public sealed class GetPartnerCustomerOrderAttachment : OrderCmdlet
{
    private protected override void Process(string customerId, string orderId) =>
        SendPages((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).Attachments.GetAsync(token), WriteObject);
}
