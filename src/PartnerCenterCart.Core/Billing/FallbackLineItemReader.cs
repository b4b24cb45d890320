using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Reads through v2, and through v1 when the service says that v2 does not have it: 5000, an invoice of legacy billing.</summary>
internal sealed class FallbackLineItemReader : InvoiceLineItemReader
{
    private const string LegacyInvoice = "5000";

    private readonly Func<InvoiceLineItemReader> other;
    private InvoiceLineItemReader present;
    private bool mayFallBack = true;

    public FallbackLineItemReader(InvoiceLineItemReader first, Func<InvoiceLineItemReader> other)
        : base(first.Source)
    {
        present = first;
        this.other = other;
    }

    public override async Task<InvoiceLineItemBatch?> NextAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            InvoiceLineItemBatch? batch = await present.NextAsync(cancellationToken).ConfigureAwait(false);
            mayFallBack = false;
            return batch;
        }
        catch (PartnerException e) when (mayFallBack && e.ServiceCode == LegacyInvoice)
        {
            mayFallBack = false;
            present.Dispose();
            present = other();
            return await present.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        present.Dispose();
        base.Dispose();
    }
}
