namespace PartnerCenterCart;

/// <summary>What a token is for; each needs one of its own.</summary>
public enum TokenResource
{
    /// <summary>The service itself.</summary>
    PartnerCenter,

    /// <summary>Microsoft Graph, for the reconciliation exports.</summary>
    Graph,

    /// <summary>The price sheet service.</summary>
    PriceSheet,
}
