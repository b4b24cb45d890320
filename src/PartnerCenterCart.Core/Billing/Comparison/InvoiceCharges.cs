using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Reads the rows of an invoice into a comparison.</summary>
internal static class InvoiceCharges
{
    /// <param name="client">The service.</param>
    /// <param name="request">Which rows.</param>
    /// <param name="comparer">Takes them.</param>
    /// <param name="failed">Hears of rows that are left out.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="invoice">Hears of the invoice, which says what it comes to.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task ReadAsync(
        PartnerClient client, InvoiceLineItemRequest request, InvoiceComparer comparer, Action<PartnerException> failed, Action<string> progress, Action<Invoice> invoice, CancellationToken cancellationToken)
    {
        request.Invoice ??= await InvoiceLineItemSets.FindInvoiceAsync(client, request.InvoiceId!, cancellationToken).ConfigureAwait(false);
        foreach (InvoiceLineItemSource source in await InvoiceLineItemSets.FindAsync(client, request, cancellationToken).ConfigureAwait(false))
        {
            using InvoiceLineItemReader reader = InvoiceLineItemSets.Open(client, request, source);
            while (await reader.NextAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                foreach (InvoiceLineItem row in batch.Items)
                {
                    comparer.Add(row);
                }

                foreach (PartnerException failure in batch.Failures)
                {
                    failed(failure);
                }

                progress($"{batch.Source}: {batch.Progress}");
            }
        }

        comparer.Know(request.Invoice);
        invoice(request.Invoice);
    }
}
