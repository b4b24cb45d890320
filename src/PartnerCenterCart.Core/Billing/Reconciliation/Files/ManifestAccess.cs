using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// The way to the files of an export, which lasts for hours only: when it is refused the manifest is read again, once for all who
/// wait for it. Data that has changed meanwhile is another export.
/// </summary>
internal sealed class ManifestAccess : IDisposable
{
    private readonly ReconciliationOperations operations;
    private readonly SemaphoreSlim gate = new(1, 1);

    public ManifestAccess(ReconciliationOperations operations, ReconciliationManifest manifest)
    {
        this.operations = operations;
        Manifest = manifest;
    }

    /// <summary>As it was read last.</summary>
    public ReconciliationManifest Manifest { get; private set; }

    /// <summary>The address of a file, with the secret that opens it.</summary>
    public static Uri AddressOf(ReconciliationManifest manifest, ReconciliationBlob blob)
    {
        string name = string.Join("/", (blob.Name ?? string.Empty).Split('/').Select(Uri.EscapeDataString));
        return new Uri(manifest.RootDirectory!.TrimEnd('/') + "/" + name + "?" + (manifest.SasToken ?? string.Empty).TrimStart('?'));
    }

    /// <summary>Another way than the refused one.</summary>
    /// <exception cref="ManifestChangedException">The data is another by now.</exception>
    public async Task<ReconciliationManifest> RenewAsync(ReconciliationManifest refused, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!ReferenceEquals(refused, Manifest))
            {
                return Manifest;
            }

            ReconciliationManifest fresh = await operations.GetManifestAsync(refused.Id!, cancellationToken).ConfigureAwait(false);
            if (fresh.ETag != refused.ETag)
            {
                throw new ManifestChangedException();
            }

            return Manifest = fresh;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
