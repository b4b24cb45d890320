using System;
using System.IO;
using System.Reflection;

namespace PartnerCenterCart;

/// <summary>Files that only this user may open: journals name customers and what they buy.</summary>
internal static class PrivateFile
{
    private const int OwnerReadsAndWrites = 0x180;

    /// <summary>Opens or creates; a new file is closed to others before anything is in it.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        bool isNew = !File.Exists(path);

        // Without a buffer: what a full disk refused must not be written later, when the file is closed.
        var stream = new FileStream(path, mode, FileAccess.ReadWrite, share, 1);
        try
        {
            if (isNew)
            {
                Close(path);
            }

            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    // Neither is in .NET Standard: on .NET 7 and later there are Unix modes, on Windows there is an access control list.
    private static void Close(string path)
    {
        if (Path.DirectorySeparatorChar == '\\')
        {
            WindowsAccess.OwnerOnly(path);
            return;
        }

        Type? mode = typeof(File).Assembly.GetType("System.IO.UnixFileMode");
        MethodInfo? set = mode == null ? null : typeof(File).GetMethod("SetUnixFileMode", new[] { typeof(string), mode });
        set?.Invoke(null, new[] { path, Enum.ToObject(mode!, OwnerReadsAndWrites) });
    }
}
