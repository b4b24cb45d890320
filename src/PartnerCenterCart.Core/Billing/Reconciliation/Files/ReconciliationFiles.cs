using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>The files of an export, one after the other, as chunks of lines; none is ever held in memory as a whole.</summary>
internal sealed class ReconciliationFiles : IDisposable
{
    private const int Magic = 0x1F8B;
    private const int ShortestZipped = 18;

    private readonly ManifestAccess access;
    private readonly BlobFolder folder;
    private readonly BlobQueue queue;
    private readonly List<ReconciliationBlob> blobs;
    private string? path;
    private Stream? stream;

    private ReconciliationFiles(CallSender sender, ManifestAccess access, BlobFolder folder, int concurrency)
    {
        this.access = access;
        this.folder = folder;
        blobs = access.Manifest.Blobs?.Where(blob => !string.IsNullOrEmpty(blob?.Name)).ToList() ?? new List<ReconciliationBlob>();
        queue = new BlobQueue(blobs, new BlobDownload(sender, access, folder), concurrency);
    }

    /// <summary>How many files there are.</summary>
    public int Count => blobs.Count;

    /// <summary>How many of them were read to their end.</summary>
    public int Done { get; private set; }

    /// <summary>The file that is being read.</summary>
    public string Name => blobs[Math.Min(Done, blobs.Count - 1)].Name!;

    /// <summary>Opens the files that a manifest names; they are fetched as they are read.</summary>
    public static ReconciliationFiles Open(ReconciliationOperations operations, ReconciliationRequest request, ReconciliationManifest manifest, ReconciliationReadOptions options)
    {
        Check(manifest, request);
        BlobFolder folder = Guarded(() => options.CachePath == null
            ? BlobFolder.Temporary()
            : BlobFolder.InCache(options.CachePath, request.Key, manifest.ETag ?? manifest.Id ?? "none"));
        return new ReconciliationFiles(operations.Sender, new ManifestAccess(operations, manifest), folder, options.Concurrency);
    }

    /// <summary>The chunks of the next file; null after the last.</summary>
    public async Task<JsonLineChunks?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            path = await queue.NextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }

        return path == null ? null : Opened(path);
    }

    /// <summary>The file was read to its end.</summary>
    public void Finish()
    {
        stream!.Dispose();
        stream = null;
        folder.Done(path!);
        Done++;
    }

    /// <summary>The file cannot be read; it is fetched anew by the next run.</summary>
    public PartnerException Damaged(ReconciliationRequest request, long line, Exception cause)
    {
        stream?.Dispose();
        stream = null;
        string name = Name;
        BlobFolder.Discard(path!);
        return new PartnerException(PartnerErrorKind.UnreadableAnswer, $"File {name} of {request.Title} cannot be read beyond line {line}: {cause.Message}", cause)
        {
            Operation = "reconciliation.blob",
            RecommendedAction = "Run the command again, which fetches the file anew; if it stays, the file of the service is damaged.",
        };
    }

    public void Dispose()
    {
        stream?.Dispose();
        queue.Dispose();
        folder.Dispose();
        access.Dispose();
    }

    private static void Check(ReconciliationManifest manifest, ReconciliationRequest request)
    {
        string? format = manifest.DataFormat;
        if (!string.IsNullOrEmpty(format) && !format!.StartsWith("compressedJSON", StringComparison.OrdinalIgnoreCase))
        {
            throw Unusable(request, $"its data has the format '{format}', which this version does not know");
        }

        if (!Uri.TryCreate(manifest.RootDirectory, UriKind.Absolute, out Uri? root) || (root.Scheme != Uri.UriSchemeHttps && !root.IsLoopback))
        {
            // What opens the files would travel in the clear.
            throw Unusable(request, "its files are not at an https address");
        }
    }

    private static PartnerException Unusable(ReconciliationRequest request, string what) =>
        new(PartnerErrorKind.UnreadableAnswer, $"The export of {request.Title} cannot be used: {what}.") { Operation = "reconciliation.manifest" };

    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
    }

    private static PartnerException Unwritable(Exception e) =>
        PartnerException.InvalidInput($"The folder for the files cannot be used: {e.Message}", "Use another -CachePath, or wait for the command that uses this one.");

    private JsonLineChunks Opened(string file)
    {
        var zipped = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.SequentialScan);
        if (zipped.Length < ShortestZipped || ((zipped.ReadByte() << 8) | zipped.ReadByte()) != Magic)
        {
            // What a proxy has unzipped on the way is taken as it is.
            zipped.Position = 0;
            return new JsonLineChunks(stream = zipped);
        }

        byte[] length = new byte[4];
        zipped.Seek(-4, SeekOrigin.End);
        _ = zipped.Read(length, 0, 4);
        zipped.Position = 0;
        stream = new GZipStream(zipped, CompressionMode.Decompress);
        return new JsonLineChunks(stream, (uint)(length[0] | (length[1] << 8) | (length[2] << 16) | (length[3] << 24)));
    }
}
