using System.Linq;

namespace PartnerCenterCart;

/// <summary>One problem of a cart, found before the service has to.</summary>
public sealed class CartFinding
{
    internal CartFinding(CartRule rule, string message, CartLineItem? line, Cart cart)
    {
        RuleId = rule.Id;
        Severity = rule.Severity;
        Message = message;
        Recommendation = rule.Recommendation;
        Line = line;
        LineItemId = line == null ? null : line.Id ?? cart.AllLines().ToList().IndexOf(line);
        CatalogItemId = line?.CatalogItemId;
        CustomerId = cart.CustomerId;
        CartId = cart.Id;
    }

    /// <summary>How bad it is.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>The rule that found it; docs/rules.md explains each.</summary>
    public string RuleId { get; }

    /// <summary>Id of the line, or its position where it has none yet; null for the cart as a whole.</summary>
    public int? LineItemId { get; }

    /// <summary>The item of the line.</summary>
    public string? CatalogItemId { get; }

    /// <summary>What is wrong.</summary>
    public string Message { get; }

    /// <summary>What to do.</summary>
    public string Recommendation { get; }

    /// <summary>The line itself; null for the cart as a whole.</summary>
    public CartLineItem? Line { get; }

    /// <summary>The customer of the cart.</summary>
    public string? CustomerId { get; }

    /// <summary>The cart; null when it was not created yet.</summary>
    public string? CartId { get; }

    /// <summary>Severity, rule and message in one line.</summary>
    public override string ToString() => $"{Severity} {RuleId}: {Message}";
}
