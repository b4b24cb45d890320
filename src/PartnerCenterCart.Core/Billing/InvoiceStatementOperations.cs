using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>A document as PDF. It goes to its file as it comes, whatever its size; App+User tokens only.</summary>
public sealed class InvoiceStatementOperations
{
    private static readonly IReadOnlyDictionary<string, string> Pdf = new Dictionary<string, string> { ["Accept"] = "application/pdf" };

    private readonly CallSender sender;
    private readonly string operation;
    private readonly ResourcePath path;
    private readonly string purpose;

    internal InvoiceStatementOperations(CallSender sender, string operation, ResourcePath path, string purpose, string fileName)
    {
        this.sender = sender;
        this.operation = operation;
        this.path = path;
        this.purpose = purpose;
        FileName = fileName;
    }

    /// <summary>The name that the service gives the document, such as <c>Invoice_G000024135.pdf</c>.</summary>
    public string FileName { get; }

    /// <summary>
    /// Downloads it to a file, which is the old one, or none, until the new one is complete. A folder that does not exist is made.
    /// </summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    /// <param name="progress">Hears how many bytes came and how many there are, null where that is not known; called from any thread.</param>
    /// <param name="cancellationToken">Ends the download; nothing is left of it.</param>
    /// <exception cref="PartnerException">
    /// InvalidInput: the file exists. FileFailed. NotFound. Forbidden (900329): the token has no user. Timeout: the service prepares it still.
    /// </exception>
    public async Task<FileInfo> SaveAsync(string file, bool overwrite = false, Action<long, long?>? progress = null, CancellationToken cancellationToken = default)
    {
        using var download = new FileDownload(file ?? throw new ArgumentNullException(nameof(file)), overwrite, progress);
        await NotReady.WaitAsync(
            sender,
            () => sender.Request(operation, HttpMethod.Get, path.ToString(), RetryClass.Read, purpose, headers: Pdf, sink: download),
            _ => true,
            cancellationToken).ConfigureAwait(false);
        return download.Finish();
    }
}
