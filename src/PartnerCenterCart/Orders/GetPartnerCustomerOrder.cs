using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads orders of a customer: all of them, those of one billing cycle, or by id.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerOrder", DefaultParameterSetName = "Customer")]
[OutputType(typeof(Order))]
public sealed class GetPartnerCustomerOrder : CustomerCmdlet
{
    /// <summary>Order ids; a checkout result brings those of its orders. By id an order is there at once.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = "Order")]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? OrderId { get; set; }

    /// <summary>Only orders of this billing cycle: monthly, annual, one_time, none, triennial, biennial.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "BillingCycle")]
    [ArgumentCompleter(typeof(BillingCycleCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? BillingCycle { get; set; }

    /// <summary>Asks for prices before tax; the credential must be allowed to see them.</summary>
    [Parameter]
    public SwitchParameter IncludePrice { get; set; }

    private protected override void Process()
    {
        string customerId = PartnerId.Customer(CustomerId);
        if (ParameterSetName == "Order")
        {
            foreach (string? id in OrderId ?? new string?[] { null })
            {
                Current = id;
                Guarded(() => WriteObject(Send((client, token) => client.Customers.ById(customerId).Orders.ById(id!).GetAsync(IncludePrice, token))));
            }

            return;
        }

        SendPages(
            (client, token) =>
            {
                OrderCollectionOperations orders = client.Customers.ById(customerId).Orders;
                return (ParameterSetName == "BillingCycle" ? orders.ByBillingCycle(BillingCycle!) : orders).GetAsync(IncludePrice, token);
            },
            WriteObject);
    }
}
