using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that works on one cart, which carts bring down the pipeline by their ids.</summary>
public abstract class OneCartCmdlet : CartCmdlet
{
    /// <summary>Tenant id of the customer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>Id of the cart.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? CartId { get; set; }

    private protected override object? Target => CartId;
}
