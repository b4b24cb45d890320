namespace PartnerCenterCart;

/// <summary>The links that any resource may carry.</summary>
public class StandardResourceLinks : PartnerResource
{
    /// <summary>The resource itself.</summary>
    public Link? Self { get; set; }

    /// <summary>Next page of a collection; missing on the last.</summary>
    public Link? Next { get; set; }

    /// <summary>Previous page of a collection.</summary>
    public Link? Previous { get; set; }

    /// <summary>Where the resource is.</summary>
    public override string ToString() => Self?.ToString() ?? string.Empty;
}
