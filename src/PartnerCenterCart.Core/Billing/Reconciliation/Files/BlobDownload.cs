using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Brings files to a folder. A broken download goes on where it broke, in the same run and in the next one; a file that is not
/// the same any more, or not as long or as hashed as announced, is fetched from its beginning.
/// </summary>
internal sealed class BlobDownload
{
    // Without a byte of progress in between.
    private const int MostTries = 5;

    private readonly IBlobTransport transport;
    private readonly ManifestAccess access;
    private readonly BlobFolder folder;
    private readonly IClock clock;

    public BlobDownload(IBlobTransport transport, ManifestAccess access, BlobFolder folder, IClock clock)
    {
        this.transport = transport;
        this.access = access;
        this.folder = folder;
        this.clock = clock;
    }

    private enum Step
    {
        Whole,
        Broken,
        Refused,
        StartAnew,
    }

    /// <summary>The path of the whole file.</summary>
    public async Task<string> FetchAsync(int place, ReconciliationBlob blob, CancellationToken cancellationToken)
    {
        string path = folder.PathOf(place, blob.Name ?? string.Empty);
        if (folder.Holds(path))
        {
            return path;
        }

        PartnerException? last = null;
        for (int tries = 0; tries < MostTries; tries++)
        {
            long before = Length(path);
            ReconciliationManifest manifest = access.Manifest;
            Step step;
            try
            {
                step = await TryAsync(manifest, blob, path, failure => last = failure, cancellationToken).ConfigureAwait(false);
            }
            catch (PartnerException e) when (IsPassing(e))
            {
                last = e;
                step = Step.Broken;
            }

            switch (step)
            {
                case Step.Whole:
                    folder.Complete(path);
                    return path;
                case Step.Refused:
                    await access.RenewAsync(manifest, cancellationToken).ConfigureAwait(false);
                    break;
                case Step.StartAnew:
                    BlobFolder.Discard(path);
                    break;
                default:
                    tries = Length(path) > before ? -1 : tries;
                    await clock.DelayAsync(TimeSpan.FromTicks(RetryRule.BaseDelay.Ticks << Math.Max(0, tries)), cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        throw last!;
    }

    private async Task<Step> TryAsync(ReconciliationManifest manifest, ReconciliationBlob blob, string path, Action<PartnerException> note, CancellationToken cancellationToken)
    {
        string part = BlobFolder.Part(path);
        string? tag = File.Exists(BlobFolder.Tag(path)) ? File.ReadAllText(BlobFolder.Tag(path)) : null;
        long have = string.IsNullOrEmpty(tag) ? 0 : Length(path);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Accept"] = "*/*" };
        if (have > 0)
        {
            headers["Range"] = "bytes=" + have.ToString(CultureInfo.InvariantCulture) + "-";
        }

        string purpose = $"downloading {blob.Name}";
        return await transport.GetAsync(ManifestAccess.AddressOf(manifest, blob), headers, purpose, ReadAsync, cancellationToken).ConfigureAwait(false);

        async Task<Step> ReadAsync(PartnerAnswer answer)
        {
            if (!answer.IsSuccess)
            {
                PartnerException failure = Failure(answer, purpose);
                note(failure);
                return answer.StatusCode switch
                {
                    401 or 403 => Step.Refused,
                    416 => Step.StartAnew,
                    _ => IsPassing(failure) ? Step.Broken : throw failure,
                };
            }

            answer.Headers.TryGetValue("ETag", out string? now);
            bool goesOn = answer.StatusCode == 206;
            if (goesOn && (now != tag || Start(answer) != have))
            {
                return Step.StartAnew;
            }

            long expected = Expected(answer, goesOn ? have : 0);
            if (!goesOn)
            {
                // In this order, so that a part never stands beside the tag of another version.
                File.Delete(part);
                File.WriteAllText(BlobFolder.Tag(path), now ?? string.Empty);
            }

            using (var file = new FileStream(part, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read))
            {
                try
                {
                    await answer.Body.CopyToAsync(file, 81920, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e) when (e is IOException or System.Net.Http.HttpRequestException && !cancellationToken.IsCancellationRequested)
                {
                    note(Lost(purpose, "the connection broke in the middle of the file", e));
                    return Step.Broken;
                }

                file.Flush(flushToDisk: folder.IsCache);
            }

            return IsWhole(answer, part, expected, purpose, note);
        }
    }

    private static Step IsWhole(PartnerAnswer answer, string part, long expected, string purpose, Action<PartnerException> note)
    {
        long length = new FileInfo(part).Length;
        if (expected >= 0 && length != expected)
        {
            note(Lost(purpose, $"{length} of {expected} bytes came", null));
            return length < expected ? Step.Broken : Step.StartAnew;
        }

        if (Md5Of(answer) is { } announced)
        {
            using FileStream file = File.OpenRead(part);
#pragma warning disable CA5351 // It is what the storage service announces; it guards against accidents, not against people.
            using var md5 = MD5.Create();
#pragma warning restore CA5351
            if (Convert.ToBase64String(md5.ComputeHash(file)) != announced)
            {
                note(Lost(purpose, "the file that came is not the one that was announced (MD5)", null));
                return Step.StartAnew;
            }
        }

        return Step.Whole;
    }

    // Of the whole file; that of a range is another's.
    private static string? Md5Of(PartnerAnswer answer) =>
        answer.Headers.TryGetValue("x-ms-blob-content-md5", out string? whole) ? whole
        : answer.StatusCode == 200 && answer.Headers.TryGetValue("Content-MD5", out string? md5) ? md5 : null;

    private static long Start(PartnerAnswer answer) =>
        answer.Headers.TryGetValue("Content-Range", out string? range) && range.StartsWith("bytes ", StringComparison.OrdinalIgnoreCase)
        && long.TryParse(range.Substring(6).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out long start) ? start : -1;

    private static long Expected(PartnerAnswer answer, long have) =>
        answer.Headers.TryGetValue("Content-Length", out string? text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? have + length : -1;

    private static long Length(string path) => new FileInfo(BlobFolder.Part(path)) is { Exists: true } file ? file.Length : 0;

    private static bool IsPassing(PartnerException failure) =>
        failure.Kind is PartnerErrorKind.Throttled or PartnerErrorKind.Timeout or PartnerErrorKind.ConnectionFailed or PartnerErrorKind.UnreadableAnswer
        || (failure.Kind == PartnerErrorKind.ServiceError && failure.StatusCode != 501);

    private PartnerException Failure(PartnerAnswer answer, string purpose) => Fault.From(Nameless(purpose), answer, clock.UtcNow);

    private static PartnerException Lost(string purpose, string what, Exception? cause) =>
        Fault.Lost(PartnerErrorKind.ConnectionFailed, Nameless(purpose), what, cause, false);

    // For messages: the address itself holds a secret.
    private static PartnerRequest Nameless(string purpose) => new("reconciliation.blob.get", "GET", "(a file of the export)", RetryClass.Read, new RequestContext()) { Purpose = purpose };
}
