namespace PartnerCenterCart;

/// <summary>What customers can be searched by; always by the start of the text.</summary>
public static class CustomerSearchField
{
    /// <summary>Start of the company name.</summary>
    public const string CompanyName = "CompanyName";

    /// <summary>Start of the initial domain.</summary>
    public const string Domain = "Domain";

    /// <summary>Id of an indirect reseller; needs an App+User token.</summary>
    public const string IndirectReseller = "IndirectReseller";

    /// <summary>Id of an indirect provider.</summary>
    public const string IndirectCloudSolutionProvider = "IndirectCloudSolutionProvider";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, CompanyName, nameof(CompanyName)),
        (1, Domain, nameof(Domain)),
        (2, IndirectReseller, nameof(IndirectReseller)),
        (3, IndirectCloudSolutionProvider, nameof(IndirectCloudSolutionProvider)));
}
