using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that calls the service for one customer.</summary>
public abstract class CustomerCmdlet : PartnerCmdlet
{
    /// <summary>Tenant id of the customer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>Which of several things of the customer is at hand; null for the customer.</summary>
    private protected string? Current { get; set; }

    private protected override object? Target => Current ?? CustomerId;

    private protected sealed override void Process()
    {
        // What the input before was about is not what this one is about.
        Current = null;
        Process(PartnerId.Customer(CustomerId));
    }

    /// <summary>One input, for a customer whose id can be one.</summary>
    private protected abstract void Process(string customerId);
}
