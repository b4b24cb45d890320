using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads where the customer activates marketplace purchases: of one line, or of all lines of an order.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerOrderLineItemActivationLink")]
[OutputType(typeof(OrderLineItemActivationLink))]
public sealed class GetPartnerCustomerOrderLineItemActivationLink : OrderCmdlet
{
    /// <summary>Numbers of lines, from 0; all lines when left out.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("OrderLineItemNumber")]
    public object[]? LineItemNumber { get; set; }

    private protected override void Process(string customerId, string orderId)
    {
        if (LineItemNumber == null)
        {
            SendPages((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).ActivationLinks.GetAsync(token), WriteObject);
            return;
        }

        foreach (int number in NumberBinder.Whole(LineItemNumber, "number of a line")!)
        {
            SendPages((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).OrderLineItems.ById(number).ActivationLink.GetAsync(token), WriteObject);
        }
    }
}
