using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The balance in each currency.</summary>
public sealed class InvoiceSummaryCollectionOperations
{
    private readonly CallSender sender;

    internal InvoiceSummaryCollectionOperations(CallSender sender) => this.sender = sender;

    /// <summary>Reads one summary for each currency. App+User tokens only.</summary>
    /// <exception cref="PartnerException">Forbidden (900329): the token has no user.</exception>
    public Task<Page<InvoiceSummary>> GetAsync(CancellationToken cancellationToken = default) =>
        new PageReader<InvoiceSummary>(sender, "invoices.summaries", "reading the account balances", _ => { })
            .FirstAsync(ResourcePath.Root.Add("invoices", "summaries"), cancellationToken);
}
