using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Adds lines to a cart and leaves the others as they are.</summary>
[Cmdlet(VerbsCommon.Add, "PartnerCustomerCartLineItem", SupportsShouldProcess = true)]
[OutputType(typeof(Cart))]
public sealed class AddPartnerCustomerCartLineItem : CartChangeCmdlet
{
    /// <summary>Lines: from New-PartnerCustomerCartLineItem, hashtables, ordered dictionaries or PSCustomObjects.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true)]
    [Alias("LineItems")]
    [AllowEmptyCollection]
    [AllowNull]
    public PSObject?[]? LineItem { get; set; }

    private protected override void Process(string customerId)
    {
        List<CartLineItem> lines = (LineItem ?? System.Array.Empty<PSObject>()).Select(item => MemberBinder.Line(item).AsNew()).ToList();
        CartCheck.Verify(new Cart { LineItems = lines });
        Change(customerId, cart =>
        {
            (cart.LineItems ??= new List<CartLineItem>()).AddRange(lines);
            return $"Add {Lines.Describe(lines)}";
        });
    }
}
