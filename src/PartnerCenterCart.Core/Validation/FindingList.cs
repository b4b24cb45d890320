using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>Collects the findings of one cart.</summary>
internal sealed class FindingList
{
    private readonly Cart cart;
    private readonly List<CartFinding> findings = new();

    public FindingList(Cart cart) => this.cart = cart;

    public IReadOnlyList<CartFinding> All => findings;

    public void Add(CartRule rule, string message, CartLineItem? line = null) => findings.Add(new CartFinding(rule, message, line, cart));
}
