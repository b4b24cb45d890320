using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that takes subscriptions by their ids.</summary>
public abstract class SubscriptionCmdlet : CustomerCmdlet
{
    /// <summary>Subscription ids.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? SubscriptionId { get; set; }

    private protected override void Process(string customerId)
    {
        foreach (string? id in SubscriptionId ?? new string?[] { null })
        {
            Current = id;
            Guarded(() => Process(customerId, SubscriptionCollectionOperations.IdOf(id)));
        }
    }

    /// <summary>One subscription.</summary>
    private protected abstract void Process(string customerId, string subscriptionId);
}
