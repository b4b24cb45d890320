using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>What the partner confirmed that a customer accepted.</summary>
public sealed class AgreementCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal AgreementCollectionOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on. There can be several for one agreement.</summary>
    /// <param name="agreementType">
    /// A text of <see cref="AgreementType"/> in any spelling; null is what the service takes by itself, the Microsoft Cloud
    /// Agreement.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public Task<Page<Agreement>> GetAsync(string? agreementType = null, CancellationToken cancellationToken = default)
    {
        string? type = string.IsNullOrWhiteSpace(agreementType) ? null : CatalogCheck.Documented(agreementType!, AgreementType.Known, "type of agreement");
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "agreements").Query("agreementType", type);
        return new PageReader<Agreement>(
            sender,
            "agreements.list",
            $"reading the agreements of customer {customerId}",
            agreement => agreement.CustomerId = customerId).FirstAsync(path, cancellationToken);
    }
}
