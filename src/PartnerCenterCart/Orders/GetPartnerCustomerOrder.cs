using System;
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

    /// <summary>How many orders, or lists of customers, are read at once; above 1 they come as they are there, in no order.</summary>
    [Parameter]
    [ValidateRange(1, 128)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>How long to pause while the service is down, instead of failing order by order; 10 minutes with a -ThrottleLimit above 1, else not at all.</summary>
    [Parameter]
    public TimeSpan MaximumPause { get; set; }

    private protected override int Limit => ThrottleLimit;

    private protected override TimeSpan? Pause => PauseOf(nameof(MaximumPause), MaximumPause);

    private protected override void Process(string customerId)
    {
        if (ParameterSetName == "Order")
        {
            foreach (string? id in OrderId ?? new string?[] { null })
            {
                Current = id;
                Guarded(() =>
                {
                    string orderId = PartnerId.Order(id);
                    SendBeside(id, (client, token) => client.Customers.ById(customerId).Orders.ById(orderId).GetAsync(IncludePrice, token), WriteObject);
                });
            }

            return;
        }

        string? cycle = BillingCycle;
        bool byCycle = ParameterSetName == "BillingCycle";
        SendPagesBeside(
            CustomerId,
            (client, token) =>
            {
                OrderCollectionOperations orders = client.Customers.ById(customerId).Orders;
                return (byCycle ? orders.ByBillingCycle(cycle!) : orders).GetAsync(IncludePrice, token);
            },
            WriteObject);
    }
}
