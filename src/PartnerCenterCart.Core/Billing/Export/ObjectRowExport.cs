using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Rows that came as objects, page by page, on their way to a file.</summary>
internal sealed class ObjectRowExport : IRowExport
{
    private readonly InvoiceLineItemReader reader;
    private readonly ExportForm form;
    private readonly RowFields? fields;

    public ObjectRowExport(InvoiceLineItemReader reader, ExportForm form)
    {
        this.reader = reader;
        this.form = form;
        fields = form.Columns == null ? null : new RowFields(form.Columns, form.SafeForSpreadsheet);
    }

    public async Task<ExportStep?> NextAsync(Stream target, CancellationToken cancellationToken)
    {
        if (await reader.NextAsync(cancellationToken).ConfigureAwait(false) is not { } batch)
        {
            return null;
        }

        Write(batch.Items, target);
        return new ExportStep(batch.Items.Count, batch.Progress, batch.PercentComplete) { Failures = batch.Failures };
    }

    public void Dispose()
    {
        // The reader is its owner's.
    }

    private void Write(IReadOnlyList<InvoiceLineItem> rows, Stream target)
    {
        if (fields == null)
        {
            foreach (InvoiceLineItem row in rows)
            {
                byte[] line = PartnerJson.Write(row);
                target.Write(line, 0, line.Length);
                target.WriteByte((byte)'\n');
            }

            return;
        }

        using IDelimitedWriter writer = form.Text!.Write(target);
        foreach (InvoiceLineItem row in rows)
        {
            writer.Write(fields.Of(row));
        }
    }
}
