using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Identity.Client.Extensions.Msal;

namespace PartnerCenterCart.Http;

/// <summary>
/// Bytes that only this user can read: DPAPI on Windows, the keychain on macOS, the secret service (libsecret) on Linux.
/// Where there is none of them, a file that only this user may open, and a warning.
/// </summary>
internal abstract class ProtectedFile
{
    private protected ProtectedFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>Null when the content is protected as the platform can.</summary>
    public virtual string? Warning => null;

    public static ProtectedFile At(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw PartnerException.InvalidInput($"'{full}' is a folder; the path of a file is expected.");
        }

        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return new DpapiFile(full);
        }

        return Vault(full) ?? (ProtectedFile)new PlainFile(full);
    }

    /// <summary>Null for nothing.</summary>
    public abstract byte[]? Read();

    public abstract void Write(byte[] content);

    public abstract void Clear();

    private static VaultFile? Vault(string path)
    {
        try
        {
            return new VaultFile(path);
        }
        catch (Exception e) when (e is MsalCachePersistenceException or DllNotFoundException or TypeInitializationException or EntryPointNotFoundException)
        {
            return null;
        }
    }
}
