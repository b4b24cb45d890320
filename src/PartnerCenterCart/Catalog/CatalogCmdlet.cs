using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that reads the catalogue of a country or of a customer.</summary>
public abstract class CatalogCmdlet : PartnerCmdlet
{
    /// <summary>Two-letter code of the country whose catalogue is read.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("CountryCode")]
    [ArgumentCompleter(typeof(CountryCompleter))]
    public string? Country { get; set; }

    /// <summary>Tenant id of the customer whose catalogue is read; its country and segment apply.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>AzurePlan: reservations that fit an Azure plan; without it, those that fit MS-AZR-0145P.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ReservationScopeCompleter))]
    public string? ReservationScope { get; set; }

    /// <summary>The catalogue to read. A customer's wins: what came down the pipeline from one belongs to it.</summary>
    private protected ProductCollectionOperations Products(PartnerClient client)
    {
        if (!string.IsNullOrWhiteSpace(CustomerId))
        {
            return client.Customers.ById(CustomerId!).Products;
        }

        return string.IsNullOrWhiteSpace(Country)
            ? throw PartnerException.InvalidInput(MyInvocation.BoundParameters.ContainsKey(nameof(CustomerId))
                ? "Which catalogue? The -CustomerId that was given is empty: no customer was found, or the variable has another name."
                : "Which catalogue? Name a -Country (two letters, such as US) or a -CustomerId.")
            : client.Products.ByCountry(Country!);
    }
}
