using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads how far the lines of orders are, one object for each line. App+User tokens only.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerOrderProvisioningStatus")]
[OutputType(typeof(OrderLineItemProvisioningStatus))]
public sealed class GetPartnerCustomerOrderProvisioningStatus : OrderCmdlet
{
    private protected override void Process(string customerId, string orderId) =>
        SendPages((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).ProvisioningStatus.GetAsync(token), WriteObject);
}
