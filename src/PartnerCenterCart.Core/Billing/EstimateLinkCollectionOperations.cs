using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Ready-made ways to what is not billed yet.</summary>
public sealed class EstimateLinkCollectionOperations
{
    private readonly CallSender sender;

    internal EstimateLinkCollectionOperations(CallSender sender) => this.sender = sender;

    /// <summary>Reads the links for one currency.</summary>
    /// <exception cref="PartnerException">InvalidInput: no currency.</exception>
    public Task<Page<EstimateLink>> ByCurrencyAsync(string currencyCode, CancellationToken cancellationToken = default) =>
        new PageReader<EstimateLink>(sender, "invoices.estimateLinks", "reading the links to what is not billed yet", _ => { })
            .FirstAsync(ResourcePath.Root.Add("invoices", "estimates", "links").Query("currencyCode", InvoiceCheck.Currency(currencyCode)), cancellationToken);
}
