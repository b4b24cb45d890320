using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads subscriptions of a customer: all, by id, by order, of an indirect reseller; or the add-ons of one.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerSubscription", DefaultParameterSetName = "Customer")]
[OutputType(typeof(Subscription))]
public sealed class GetPartnerCustomerSubscription : CustomerCmdlet
{
    /// <summary>Subscription ids; a subscription tells more when it is read by its id.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = "Customer")]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? SubscriptionId { get; set; }

    /// <summary>Order ids; those of what came down the pipeline, where it has no subscription id. The lag of lists does not matter.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Customer")]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? OrderId { get; set; }

    /// <summary>Reads the add-ons of the subscriptions instead.</summary>
    [Parameter(ParameterSetName = "Customer")]
    public SwitchParameter AddOn { get; set; }

    /// <summary>Partner (MPN) id of an indirect reseller whose subscriptions are asked for.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Partner")]
    public string? MpnId { get; set; }

    private protected override void Process(string customerId)
    {
        bool bySubscription = MyInvocation.BoundParameters.ContainsKey(nameof(SubscriptionId));
        bool byOrder = MyInvocation.BoundParameters.ContainsKey(nameof(OrderId));
        if (ParameterSetName == "Partner")
        {
            SendPages((client, token) => client.Customers.ById(customerId).Subscriptions.ByPartner(MpnId!).GetAsync(token), WriteObject);
        }
        else if (bySubscription && (!byOrder || SubscriptionId is { Length: > 0 } && !string.IsNullOrWhiteSpace(SubscriptionId[0])))
        {
            foreach (string? id in SubscriptionId ?? new string?[] { null })
            {
                Current = id;
                Guarded(() => Read(customerId, id!));
            }
        }
        else if (AddOn)
        {
            throw PartnerException.InvalidInput("Whose add-ons are asked for is not said.", "Name the subscription: -SubscriptionId.");
        }
        else if (byOrder)
        {
            foreach (string? id in OrderId ?? new string?[] { null })
            {
                Current = id;
                Guarded(() => SendPages((client, token) => client.Customers.ById(customerId).Subscriptions.ByOrder(id!).GetAsync(token), WriteObject));
            }
        }
        else
        {
            SendPages((client, token) => client.Customers.ById(customerId).Subscriptions.GetAsync(token), WriteObject);
        }
    }

    private void Read(string customerId, string id)
    {
        if (AddOn)
        {
            SendPages((client, token) => client.Customers.ById(customerId).Subscriptions.ById(id).GetAddOnsAsync(token), WriteObject);
            return;
        }

        WriteObject(Send((client, token) => client.Customers.ById(customerId).Subscriptions.ById(id).GetAsync(token)));
    }
}
