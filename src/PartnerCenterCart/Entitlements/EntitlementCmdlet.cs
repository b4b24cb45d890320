using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that reads what a customer bought once; the service lists it whole, so orders are picked here.</summary>
public abstract class EntitlementCmdlet : CustomerCmdlet
{
    /// <summary>Only what was bought with these orders.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? OrderId { get; set; }

    /// <summary>Null when no orders were asked for; a missing or wrong id among them is refused.</summary>
    private protected List<string>? OrderIds() => MyInvocation.BoundParameters.ContainsKey(nameof(OrderId))
        ? (OrderId ?? new string?[] { null }).Select(PartnerId.Order).ToList()
        : null;
}
