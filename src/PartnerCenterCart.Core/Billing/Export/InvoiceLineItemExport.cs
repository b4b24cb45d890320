using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Writes rows to a file: whole, or not at all. The columns are those of the kinds of rows that are asked for, whatever comes, so that
/// the file of next month has the same; the same rows give the same bytes on every machine.
/// </summary>
public sealed class InvoiceLineItemExport
{
    // Data that changes again and again while it is read will not be had by beginning once more.
    private const int MostStarts = 3;

    private static readonly byte[] Mark = Encoding.UTF8.GetPreamble();

    private readonly InvoiceLineItemFile file;
    private readonly IDelimitedText text;
    /// <summary>An export to a file whose name says its kind: .csv, .jsonl, and .gz behind it.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="text">Knows comma-separated text.</param>
    /// <param name="options">How the rows are written.</param>
    /// <exception cref="PartnerException">InvalidInput: another kind of file, or one that exists.</exception>
    public InvoiceLineItemExport(string path, IDelimitedText text, InvoiceLineItemExportOptions? options = null)
    {
        file = InvoiceLineItemFile.Of(path ?? throw new ArgumentNullException(nameof(path)));
        this.text = text ?? throw new ArgumentNullException(nameof(text));
        Options = options ?? new InvoiceLineItemExportOptions();
        ReplacedFile.ThrowIfTaken(path, Options.Overwrite);
    }

    /// <summary>How the rows are written.</summary>
    public InvoiceLineItemExportOptions Options { get; }

    /// <summary>Rows that were written.</summary>
    public long Rows { get; private set; }

    /// <summary>Finds the sets of line items of a request and writes all of them.</summary>
    /// <param name="client">The service.</param>
    /// <param name="request">Which rows.</param>
    /// <param name="done">Hears of the file when it is whole.</param>
    /// <param name="cancellationToken">Ends the run; no file is made.</param>
    internal async Task RunAsync(PartnerClient client, InvoiceLineItemRequest request, Action<FileInfo> done, CancellationToken cancellationToken)
    {
        var readers = new List<InvoiceLineItemReader>();
        try
        {
            foreach (InvoiceLineItemSource source in await InvoiceLineItemSets.FindAsync(client, request, cancellationToken).ConfigureAwait(false))
            {
                readers.Add(InvoiceLineItemSets.Open(client, request, source));
            }

            done(await RunAsync(readers, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    /// <summary>Writes all rows of all readers, one after the other. The readers stay their owner's.</summary>
    /// <exception cref="PartnerException">InvalidInput: the file exists. FileFailed: it cannot be written. What the service did.</exception>
    public async Task<FileInfo> RunAsync(IReadOnlyList<InvoiceLineItemReader> readers, CancellationToken cancellationToken = default)
    {
        _ = readers ?? throw new ArgumentNullException(nameof(readers));
        using var target = new ReplacedFile(file.FullName, Options.Overwrite);
        target.MakeFolder();
        for (int start = 1; ; start++)
        {
            try
            {
                foreach (InvoiceLineItemReader reader in readers)
                {
                    await reader.PrepareAsync(cancellationToken).ConfigureAwait(false);
                }

                await WriteAsync(target, readers, cancellationToken).ConfigureAwait(false);
                return target.Finish();
            }
            catch (ManifestChangedException) when (start < MostStarts)
            {
                // Nothing of the old data is in any file yet.
                readers.ToList().ForEach(reader => reader.StartAnew());
            }
            catch (ManifestChangedException)
            {
                throw ReconciliationReader.Changed(readers[0].Source.ToString());
            }
        }
    }

    private async Task WriteAsync(ReplacedFile target, IReadOnlyList<InvoiceLineItemReader> readers, CancellationToken cancellationToken)
    {
        Rows = 0;
        FileStream open = target.Begin();
        Stream stream = file.IsZipped ? new GZipStream(open, CompressionLevel.Optimal, leaveOpen: true) : open;
        var checkedStream = new TargetStream(stream, target);
        try
        {
            ExportForm form = Form(readers, checkedStream);
            foreach (InvoiceLineItemReader reader in readers)
            {
                using IRowExport rows = reader.OpenExport(form);
                while (await rows.NextAsync(checkedStream, cancellationToken).ConfigureAwait(false) is { } step)
                {
                    Rows += step.Rows;
                    foreach (PartnerException failure in step.Failures)
                    {
                        await (Options.RowFailed?.Invoke(failure, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
                    }

                    Options.Progress?.Invoke($"{reader.Source}: {step.Progress}", readers.Count == 1 ? step.PercentComplete : null);
                }
            }
        }
        finally
        {
            if (!ReferenceEquals(stream, open))
            {
                // The end of the zipped text is written by this.
                target.Guarded(stream.Dispose);
            }
        }
    }

    private ExportForm Form(IReadOnlyList<InvoiceLineItemReader> readers, Stream stream)
    {
        if (!file.IsDelimited)
        {
            return ExportForm.Lines;
        }

        if (Options.SafeForSpreadsheet)
        {
            stream.Write(Mark, 0, Mark.Length);
        }

        ExportColumns columns = ExportColumns.Of(readers.Select(reader => reader.Source), Options.Columns);
        using (IDelimitedWriter header = text.Write(stream))
        {
            header.Write(columns.Names.ToArray());
        }

        return ExportForm.Delimited(text, columns, Options.SafeForSpreadsheet);
    }
}
