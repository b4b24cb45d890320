using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that takes subscriptions by their ids.</summary>
public abstract class SubscriptionCmdlet : PartnerCmdlet
{
    private string? current;

    /// <summary>Tenant id of the customer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>Subscription ids.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? SubscriptionId { get; set; }

    private protected override object? Target => current ?? CustomerId;

    private protected override void Process()
    {
        string customerId = PartnerId.Customer(CustomerId);
        foreach (string? id in SubscriptionId ?? new string?[] { null })
        {
            current = id;
            Guarded(() => Process(customerId, SubscriptionCollectionOperations.IdOf(id)));
        }
    }

    /// <summary>One subscription.</summary>
    private protected abstract void Process(string customerId, string subscriptionId);
}
