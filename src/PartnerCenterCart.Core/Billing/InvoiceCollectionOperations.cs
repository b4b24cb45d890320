using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Invoices of the partner, and the balance of its account.</summary>
public sealed class InvoiceCollectionOperations
{
    private readonly CallSender sender;

    internal InvoiceCollectionOperations(CallSender sender)
    {
        this.sender = sender;
        Summary = new InvoiceSummaryOperations(sender);
        Summaries = new InvoiceSummaryCollectionOperations(sender);
        Estimates = new EstimateCollectionOperations(sender);
    }

    /// <summary>The balance in the partner's default currency.</summary>
    public InvoiceSummaryOperations Summary { get; }

    /// <summary>The balance in each currency.</summary>
    public InvoiceSummaryCollectionOperations Summaries { get; }

    /// <summary>What is not billed yet.</summary>
    public EstimateCollectionOperations Estimates { get; }

    /// <summary>One invoice.</summary>
    /// <exception cref="PartnerException">InvalidInput: the id cannot be one.</exception>
    public InvoiceOperations ById(string invoiceId) => new(sender, InvoiceCheck.InvoiceId(invoiceId));

    /// <summary>Open charges, which are addressed like an invoice.</summary>
    /// <param name="currencyCode">ISO code.</param>
    /// <param name="period">A text of <see cref="BillingPeriod"/>.</param>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public UnbilledOperations Unbilled(string currencyCode, string period) => new(sender, InvoiceCheck.Currency(currencyCode), InvoiceCheck.Period(period));

    /// <summary>Reads the first page of all invoices; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    public Task<Page<Invoice>> GetAsync(CancellationToken cancellationToken = default) => QueryAsync(new InvoiceQuery(), cancellationToken);

    /// <summary>Reads the first page of some invoices; the dates are the service's own filter.</summary>
    /// <exception cref="PartnerException">InvalidInput: dates or sizes that make no sense.</exception>
    public Task<Page<Invoice>> QueryAsync(InvoiceQuery query, CancellationToken cancellationToken = default) =>
        new PageReader<Invoice>(sender, "invoices.list", "reading the invoices", _ => { })
            .FirstAsync((query ?? throw new ArgumentNullException(nameof(query))).AddTo(ResourcePath.Root.Add("invoices")), cancellationToken);
}
