using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Reads through v2, and through v1 when the service says that v2 does not have it: 5000, an invoice of legacy billing.</summary>
internal sealed class FallbackLineItemReader : InvoiceLineItemReader
{
    private readonly Func<InvoiceLineItemReader> other;
    private InvoiceLineItemReader present;
    private bool mayFallBack = true;

    public FallbackLineItemReader(InvoiceLineItemReader first, Func<InvoiceLineItemReader> other)
        : base(first.Source)
    {
        present = first;
        this.other = other;
    }

    /// <summary>Where the rows are from in the end.</summary>
    public override InvoiceLineItemSource Source => present.Source;

    public override async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await present.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e) when (mayFallBack && e.ServiceCode == ServiceCodes.NoReconciliationData)
        {
            present.Dispose();
            present = other();
            await present.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        mayFallBack = false;
    }

    public override async Task<InvoiceLineItemBatch?> NextAsync(CancellationToken cancellationToken = default)
    {
        if (mayFallBack)
        {
            await PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        return await present.NextAsync(cancellationToken).ConfigureAwait(false);
    }

    internal override IRowExport OpenExport(ExportForm form) => present.OpenExport(form);

    internal override void StartAnew() => present.StartAnew();

    public override void Dispose()
    {
        present.Dispose();
        base.Dispose();
    }
}
