using System;
using System.IO;

namespace PartnerCenterCart.Http;

/// <summary>Replaces a file in one step: whoever reads it, also after a crash, finds the old content or the new, never half of one.</summary>
internal static class AtomicFile
{
    public static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string fresh = path + "." + Guid.NewGuid().ToString("N") + ".new";
        try
        {
            using (FileStream file = Open(fresh))
            {
                file.Write(content, 0, content.Length);
                file.Flush(flushToDisk: true);
            }

            Replace(fresh, path);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
    }

#if NETFRAMEWORK
    // DPAPI protects the content there, so that the folder's permissions will do.
    private static FileStream Open(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    private static void Replace(string fresh, string path)
    {
        if (File.Exists(path))
        {
            File.Replace(fresh, path, null);
        }
        else
        {
            File.Move(fresh, path);
        }
    }
#else
    /// <summary>Never readable by others, not even for the moment before permissions are set.</summary>
    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static void Replace(string fresh, string path) => File.Move(fresh, path, overwrite: true);
#endif
}
