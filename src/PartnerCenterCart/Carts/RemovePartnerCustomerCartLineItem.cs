using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Removes lines from a cart and leaves the others as they are.</summary>
[Cmdlet(VerbsCommon.Remove, "PartnerCustomerCartLineItem", SupportsShouldProcess = true)]
[OutputType(typeof(Cart))]
public sealed class RemovePartnerCustomerCartLineItem : CartChangeCmdlet
{
    /// <summary>Ids of the lines, as the cart shows them.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    public object[] LineItemId { get; set; } = System.Array.Empty<object>();

    private protected override void Process(string customerId)
    {
        if (LineItemId.Length == 0)
        {
            throw PartnerException.InvalidInput("Which line? At least one line id is expected.", "The LineItems of the cart show their ids.");
        }

        int[] ids = NumberBinder.Whole(LineItemId, "id of a line")!;
        Change(customerId, cart =>
        {
            List<CartLineItem> before = cart.AllLines().ToList();
            List<int?> present = cart.AllLines().Select(line => line.Id).ToList();
            foreach (int id in ids)
            {
                if (!Remove(cart.LineItems, id))
                {
                    throw new PartnerException(PartnerErrorKind.NotFound, $"Cart {cart.Id} has no line {id}; it has {string.Join(", ", present)}. Nothing was changed.");
                }
            }

            if (!cart.AllLines().Any())
            {
                throw PartnerException.InvalidInput("A cart cannot be emptied: it has at least one line. Nothing was changed.", "Leave it; it expires by itself, and nothing is bought.");
            }

            // Add-ons go with their base line.
            return $"Remove {Lines.Describe(before.Except(cart.AllLines()).ToList())}";
        });
    }

    private static bool Remove(List<CartLineItem>? lines, int id) =>
        lines != null && (lines.RemoveAll(line => line?.Id == id) > 0 || lines.Any(line => Remove(line?.AddonItems, id)));
}
