namespace PartnerCenterCart;

/// <summary>One thing that is checked before a cart is sent.</summary>
public sealed class CartRule
{
    internal CartRule(string id, FindingSeverity severity, bool needsCall, string description, string recommendation)
    {
        Id = id;
        Severity = severity;
        NeedsCall = needsCall;
        Description = description;
        Recommendation = recommendation;
    }

    /// <summary>Name of the rule, as findings carry it.</summary>
    public string Id { get; }

    /// <summary>How bad a finding of this rule is.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Whether the service has to be asked; such rules are left out offline.</summary>
    public bool NeedsCall { get; }

    /// <summary>When the rule fires.</summary>
    public string Description { get; }

    /// <summary>What to do then.</summary>
    public string Recommendation { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Id;
}
