using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that works on one cart, which carts bring down the pipeline by their ids.</summary>
public abstract class OneCartCmdlet : CustomerCmdlet
{
    /// <summary>Id of the cart.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? CartId { get; set; }

    private protected override object? Target => CartId;
}
