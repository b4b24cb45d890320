using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Brings files to a folder. A broken download goes on where it broke, in the same run and in the next one; a file that is not
/// the same any more, or not as long or as hashed as announced, is fetched from its beginning.
/// </summary>
internal sealed class BlobDownload
{
    // Without a byte of progress in between; each of them is several tries of the transport already.
    private const int MostTries = 5;

    private readonly CallSender sender;
    private readonly ManifestAccess access;
    private readonly BlobFolder folder;

    public BlobDownload(CallSender sender, ManifestAccess access, BlobFolder folder)
    {
        this.sender = sender;
        this.access = access;
        this.folder = folder;
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
            try
            {
                var receipt = new BlobReceipt(path, folder.IsCache);
                last = await TryAsync(manifest, blob, receipt, cancellationToken).ConfigureAwait(false);
                if (last == null)
                {
                    folder.Complete(path);
                    return path;
                }
            }
            catch (PartnerException e) when (e.StatusCode is 401 or 403)
            {
                // The access has ended, or is not valid yet somewhere.
                last = e;
                await access.RenewAsync(manifest, cancellationToken).ConfigureAwait(false);
                continue;
            }
            catch (PartnerException e) when (e.StatusCode == 416)
            {
                last = e;
                BlobFolder.Discard(path);
                continue;
            }

            // Something came of it, so that it is worth going on.
            tries = Length(path) > before ? -1 : tries;
            await sender.Clock.DelayAsync(TimeSpan.FromTicks(RetryRule.BaseDelay.Ticks << Math.Max(0, tries)), cancellationToken).ConfigureAwait(false);
        }

        throw last!;
    }

    /// <summary>Null when the whole file is there; else what is wrong with it.</summary>
    private async Task<PartnerException?> TryAsync(ReconciliationManifest manifest, ReconciliationBlob blob, BlobReceipt receipt, CancellationToken cancellationToken)
    {
        PartnerRequest request = sender.Elsewhere(
            "reconciliation.blob", ManifestAccess.AddressOf(manifest, blob), $"downloading file {blob.Name}", receipt, receipt.Headers);
        await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return receipt.Trouble == null ? null : Fault.Lost(PartnerErrorKind.ConnectionFailed, request, receipt.Trouble, receipt.Cause, false);
    }

    private static long Length(string path) => new FileInfo(BlobFolder.Part(path)) is { Exists: true } file ? file.Length : 0;
}
