using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>Collects the findings of one cart.</summary>
internal sealed class FindingList
{
    private readonly Cart cart;
    private readonly string? customerId;
    private readonly List<CartFinding> findings = new();

    public FindingList(Cart cart, string? customerId)
    {
        this.cart = cart;
        this.customerId = string.IsNullOrWhiteSpace(customerId) ? cart.CustomerId : customerId!.Trim();
    }

    /// <summary>Those of the cart as a whole first, then line by line as they were found.</summary>
    public IReadOnlyList<CartFinding> All => findings.OrderBy(finding => finding.Line != null).ToList();

    public void Add(CartRule rule, string message, CartLineItem? line = null) => findings.Add(new CartFinding(rule, message, line, cart, customerId));
}
