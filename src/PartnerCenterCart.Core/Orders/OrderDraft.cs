using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>Makes an order from lines, for ordering without a cart.</summary>
public static class OrderDraft
{
    /// <summary>An order of lines that share one billing cycle; they are numbered from 0, as the service wants it (800071).</summary>
    /// <exception cref="PartnerException">InvalidInput: what a cart would be refused for, several billing cycles, add-on items.</exception>
    public static Order Of(string customerId, IReadOnlyList<CartLineItem> lines)
    {
        var cart = new Cart { LineItems = lines?.ToList() };
        CartCheck.Verify(cart);
        List<string?> cycles = cart.LineItems!.Select(line => CartCheck.BillingCycle(line.BillingCycle)).Distinct().ToList();
        if (cycles.Count > 1)
        {
            throw PartnerException.InvalidInput($"An order has one billing cycle, and the lines have {string.Join(", ", cycles)}.", "Make an order for each, or put them all in a cart.");
        }

        if (cart.LineItems!.Any(line => line.AddonItems is { Count: > 0 }))
        {
            throw PartnerException.InvalidInput("An order that is made without a cart takes no add-on items.", "Put them in a cart.");
        }

        return new Order
        {
            ReferenceCustomerId = PartnerId.Customer(customerId),
            BillingCycle = cycles[0],
            LineItems = cart.LineItems!.Select((line, number) => new OrderLineItem
            {
                LineItemNumber = number,
                OfferId = line.CatalogItemId,
                FriendlyName = line.FriendlyName,
                Quantity = line.Quantity,
                TermDuration = CartCheck.TermDuration(line.TermDuration),
                CustomTermEndDate = line.CustomTermEndDate,
                PromotionId = line.PromotionId,
                ProvisioningContext = line.ProvisioningContext,
                PurchaseCommitment = line.PurchaseCommitment,
                RenewsTo = line.RenewsTo,
                AttestationAccepted = line.AttestationAccepted,
            }).ToList(),
        };
    }
}
