using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Orders directly, without a cart. A cart is safer: its checkout can be repeated, and its lines are checked before they are
/// bought.
/// </summary>
[Cmdlet(VerbsCommon.New, "PartnerCustomerOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Order))]
public sealed class NewPartnerCustomerOrder : CustomerCmdlet
{
    /// <summary>Lines of one order, all with one billing cycle: what New-PartnerCustomerCartLineItem returns, or hashtables.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("LineItems")]
    public PSObject[] LineItem { get; set; } = System.Array.Empty<PSObject>();

    private protected override void Process(string customerId)
    {
        List<CartLineItem> lines = LineItem.Select(MemberBinder.Line).ToList();
        Order order = OrderDraft.Of(customerId, lines);
        if (ShouldProcess($"Customer {customerId}", $"Order without a cart {Lines.Describe(lines)}"))
        {
            WriteObject(Send((client, token) => client.Customers.ById(customerId).Orders.CreateAsync(order, token)));
        }
    }
}
