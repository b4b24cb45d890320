using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that takes orders: ids, orders and checkout results from the pipeline.</summary>
public abstract class OrderCmdlet : CustomerCmdlet
{
    /// <summary>Order ids; a checkout result brings those of its orders.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? OrderId { get; set; }

    private protected override void Process(string customerId)
    {
        foreach (string? id in OrderId ?? new string?[] { null })
        {
            Current = id;
            Guarded(() => Process(customerId, PartnerId.Order(id)));
        }
    }

    /// <summary>One order.</summary>
    private protected abstract void Process(string customerId, string orderId);
}
