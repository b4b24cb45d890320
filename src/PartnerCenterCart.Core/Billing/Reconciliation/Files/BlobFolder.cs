using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace PartnerCenterCart;

/// <summary>
/// Where the files of one version of an export are put. A file is named by its place and its name while it is whole, and has
/// <c>.part</c> behind it until then. In a cache its length and hash are kept beside it and checked before it is used again.
/// </summary>
internal sealed class BlobFolder : IDisposable
{
    private const int LongestName = 80;

    private readonly FileStream? turn;

    private BlobFolder(string path, FileStream? turn)
    {
        Root = path;
        this.turn = turn;
    }

    public string Root { get; }

    /// <summary>Whether its files stay.</summary>
    public bool IsCache => turn != null;

    /// <summary>A folder of its own that goes when it is disposed of.</summary>
    public static BlobFolder Temporary() => new(PrivateFolder.Temporary(), null);

    /// <summary>The folder of an export in a cache, whatever its version.</summary>
    public static string OfExport(string cache, string key) => Path.Combine(cache, Plain(key));

    /// <summary>The folder of one version of an export in a cache. Those of other versions of the same export are removed.</summary>
    /// <exception cref="IOException">Another run is in it.</exception>
    public static BlobFolder InCache(string cache, string key, string version)
    {
        string ofExport = PrivateFolder.Create(OfExport(cache, key));

        // Held as long as the run lasts, and gone with it however it ends.
        var turn = new FileStream(Path.Combine(ofExport, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        string root = PrivateFolder.Create(Path.Combine(ofExport, Plain(version) + "-" + Hash(version).Substring(0, 8)));
        foreach (string other in Directory.GetDirectories(ofExport).Where(folder => folder != root))
        {
            TryDelete(other);
        }

        return new BlobFolder(root, turn);
    }

    /// <summary>Where a whole file is. What the service calls it is only part of the name: it cannot lead anywhere else.</summary>
    public string PathOf(int place, string name) => Path.Combine(Root, place.ToString("D5", CultureInfo.InvariantCulture) + "-" + Plain(name));

    /// <summary>Whether a file is there that is known to be whole.</summary>
    public bool Holds(string path)
    {
        if (!File.Exists(path) || !IsCache)
        {
            return false;
        }

        if (File.Exists(Seal(path)) && File.ReadAllText(Seal(path)) == SealOf(path))
        {
            return true;
        }

        Discard(path);
        return false;
    }

    /// <summary>The file is whole: it gets its name.</summary>
    public void Complete(string path)
    {
        if (IsCache)
        {
            // Before the name: a file that has one without the other is not believed.
            File.WriteAllText(Seal(path), SealOf(Part(path)));
        }

        File.Delete(path);
        File.Move(Part(path), path);
        File.Delete(Tag(path));
    }

    /// <summary>Nothing of it is left.</summary>
    public static void Discard(string path)
    {
        foreach (string file in new[] { path, Part(path), Tag(path), Seal(path) })
        {
            File.Delete(file);
        }
    }

    /// <summary>Its rows were read; without a cache nobody needs it any more.</summary>
    public void Done(string path)
    {
        if (!IsCache)
        {
            Discard(path);
        }
    }

    public static string Part(string path) => path + ".part";

    /// <summary>Which version of the file the part is of.</summary>
    public static string Tag(string path) => path + ".etag";

    public void Dispose()
    {
        if (turn == null)
        {
            TryDelete(Root);
        }

        turn?.Dispose();
    }

    private static string Seal(string path) => path + ".sha256";

    private static string SealOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var sha = SHA256.Create();
        return file.Length.ToString(CultureInfo.InvariantCulture) + " " + Hex(sha.ComputeHash(file));
    }

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", string.Empty).ToLowerInvariant();

    private static string Plain(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool isPlain = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' || (c == '.' && name.Length > 0);
            name.Append(isPlain ? c : '_');
        }

        return name.Length <= LongestName ? name.ToString() : name.ToString(name.Length - LongestName, LongestName).TrimStart('.');
    }

    // Another run may read in it; then it goes the next time.
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
