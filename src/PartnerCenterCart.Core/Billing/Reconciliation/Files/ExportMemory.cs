using System;
using System.Globalization;
using System.IO;

namespace PartnerCenterCart;

/// <summary>
/// The id of an export that was asked for, beside its files in a cache: a run that was killed goes on with that export, instead of
/// waiting for another one. It is forgotten when all was read.
/// </summary>
internal sealed class ExportMemory
{
    // What is not billed yet is other data tomorrow.
    private static readonly TimeSpan Validity = TimeSpan.FromDays(1);
    private readonly string file;

    public ExportMemory(string cache, ReconciliationRequest request) => file = Path.Combine(BlobFolder.OfExport(cache, request.Key), "export");

    /// <summary>The id; null where none is known, or it is too old.</summary>
    public string? Recall(DateTimeOffset now)
    {
        string[] lines = Array.Empty<string>();
        Guarded(() => lines = File.Exists(file) ? File.ReadAllLines(file) : lines);
        return lines.Length == 2 && lines[0].Length > 0
            && DateTimeOffset.TryParseExact(lines[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset start)
            && start <= now && now - start < Validity ? lines[0] : null;
    }

    public void Remember(string exportId, DateTimeOffset now) => Guarded(() =>
    {
        PrivateFolder.Create(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, new[] { exportId, now.ToString("O", CultureInfo.InvariantCulture) });
    });

    public void Forget() => Guarded(() => File.Delete(file));

    // A folder that cannot be used is told when the files are put there; until then this only saves time.
    private static void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
