using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Takes what comes of one file in one try, after what is there of it. A connection that breaks is no failure of the try: what came
/// is kept, and the next try asks for the rest.
/// </summary>
internal sealed class BlobReceipt : IAnswerSink
{
    private const int PartialContent = 206;

    private readonly string path;
    private readonly bool isForKeeps;
    private readonly string? tag;
    private readonly long have;

    /// <param name="path">Where the whole file will be.</param>
    /// <param name="isForKeeps">Whether it must survive a power cut.</param>
    public BlobReceipt(string path, bool isForKeeps)
    {
        this.path = path;
        this.isForKeeps = isForKeeps;
        tag = File.Exists(BlobFolder.Tag(path)) ? File.ReadAllText(BlobFolder.Tag(path)) : null;
        have = string.IsNullOrEmpty(tag) || !File.Exists(Part) ? 0 : new FileInfo(Part).Length;
    }

    /// <summary>Asks for what is missing.</summary>
    public Dictionary<string, string> Headers
    {
        get
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Accept"] = "*/*" };
            if (have > 0)
            {
                headers["Range"] = "bytes=" + have.ToString(CultureInfo.InvariantCulture) + "-";
            }

            return headers;
        }
    }

    /// <summary>What keeps the file from being whole; null when it is.</summary>
    public string? Trouble { get; private set; }

    /// <summary>What the network threw.</summary>
    public Exception? Cause { get; private set; }

    private string Part => BlobFolder.Part(path);

    public async Task TakeAsync(PartnerAnswer answer, CancellationToken cancellationToken)
    {
        Trouble = null;
        answer.Headers.TryGetValue("ETag", out string? now);
        bool goesOn = answer.StatusCode == PartialContent;
        if (goesOn && (now != tag || Start(answer) != have))
        {
            Trouble = "the file has changed";
            BlobFolder.Discard(path);
            return;
        }

        long start = goesOn ? have : 0;
        long expected = Expected(answer, start);
        if (!goesOn)
        {
            // In this order, so that a part never stands beside the tag of another version.
            File.Delete(Part);
            File.WriteAllText(BlobFolder.Tag(path), now ?? string.Empty);
        }

        using (var file = new FileStream(Part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read))
        {
            file.SetLength(start);
            file.Position = start;
            try
            {
                await answer.Body.CopyToAsync(file, 81920, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
            {
                Trouble = "the connection broke in the middle of the file";
                Cause = e;
            }

            file.Flush(flushToDisk: isForKeeps);
        }

        Trouble ??= TroubleOf(answer, expected);
    }

    private string? TroubleOf(PartnerAnswer answer, long expected)
    {
        long length = new FileInfo(Part).Length;
        string? trouble = expected >= 0 && length != expected ? $"{length} of {expected} bytes came"
            : Md5Of(answer) is { } announced && announced != Md5() ? "what came is not what was announced (MD5)"
            : null;
        if (trouble != null && (expected < 0 || length >= expected))
        {
            // More of it would not make it better.
            BlobFolder.Discard(path);
        }

        return trouble;
    }

    private string Md5()
    {
        using FileStream file = File.OpenRead(Part);
#pragma warning disable CA5351 // It is what the storage service announces; it guards against accidents, not against people.
        using var md5 = MD5.Create();
#pragma warning restore CA5351
        return Convert.ToBase64String(md5.ComputeHash(file));
    }

    // Of the whole file; with a range, the usual header is the range's.
    private static string? Md5Of(PartnerAnswer answer) =>
        answer.Headers.TryGetValue("x-ms-blob-content-md5", out string? whole) ? whole
        : answer.StatusCode == 200 && answer.Headers.TryGetValue("Content-MD5", out string? md5) ? md5 : null;

    private static long Start(PartnerAnswer answer) =>
        answer.Headers.TryGetValue("Content-Range", out string? range) && range.StartsWith("bytes ", StringComparison.OrdinalIgnoreCase)
        && long.TryParse(range.Substring(6).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out long start) ? start : -1;

    private static long Expected(PartnerAnswer answer, long start) =>
        answer.Headers.TryGetValue("Content-Length", out string? text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? start + length : -1;
}
