using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The balance in the partner's default currency.</summary>
public sealed class InvoiceSummaryOperations
{
    private readonly CallSender sender;

    internal InvoiceSummaryOperations(CallSender sender) => this.sender = sender;

    /// <summary>Reads it.</summary>
    public Task<InvoiceSummary> GetAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = sender.Request(
            "invoices.summary", HttpMethod.Get, ResourcePath.Root.Add("invoices", "summary").ToString(), RetryClass.Read, "reading the account balance");
        return sender.SendAsync<InvoiceSummary>(request, cancellationToken);
    }
}
