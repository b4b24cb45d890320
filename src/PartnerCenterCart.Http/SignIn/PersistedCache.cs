using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensions.Msal;

namespace PartnerCenterCart.Http;

/// <summary>
/// The library's token cache beyond the process, one protected file for each cloud, tenant, application and mode, so that no
/// sign-in ever sees another's tokens.
/// </summary>
#pragma warning disable CA1001 // The lock is held between the library's two notifications only, and given back by the second.
internal sealed class PersistedCache
#pragma warning restore CA1001
{
    private readonly ProtectedFile file;
    private readonly Action<string>? warn;
    private CrossPlatLock? held;
    private bool hasWarned;

    private PersistedCache(ProtectedFile file, Action<string>? warn)
    {
        this.file = file;
        this.warn = warn;
    }

    /// <summary>Hears what an earlier run left.</summary>
    public Action<byte[]>? Loaded { get; set; }

    /// <summary>Hears the cache's new content.</summary>
    public Action<byte[]>? Changed { get; set; }

    /// <summary>Null when tokens are to be kept in memory alone.</summary>
    public static PersistedCache? Attach(SignInOptions options, ITokenCache tokens)
    {
        if (!options.PersistCache)
        {
            return null;
        }

        var cache = new PersistedCache(ProtectedFile.At(Path.Combine(Folder(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)), Name(options))), options.Warn);
        tokens.SetBeforeAccess(cache.Before);
        tokens.SetAfterAccess(cache.After);
        return cache;
    }

    public void Clear() => file.Clear();

    // The folder for temporary files is everybody's.
    internal static string Folder(string home) => home.Length > 0
        ? Path.Combine(home, "PartnerCenterCart", "tokens")
        : throw PartnerException.InvalidInput("Tokens cannot be kept: this user has no home folder (HOME is not set).", "Set HOME, or leave -PersistCache out.");

    private static string Name(SignInOptions options)
    {
        string key = string.Join("|", (options.Authority ?? options.Environment.Authority).Authority, options.Tenant, options.ApplicationId, options.IsAppOnly ? "app" : "user").ToUpperInvariant();
        var name = new StringBuilder();
        foreach (byte b in Hash(Encoding.UTF8.GetBytes(key)))
        {
            name.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return name.ToString(0, 32) + ".bin";
    }

#if NETFRAMEWORK
    private static byte[] Hash(byte[] key)
    {
        using var hash = SHA256.Create();
        return hash.ComputeHash(key);
    }
#else
    private static byte[] Hash(byte[] key) => SHA256.HashData(key);
#endif

    // The library brackets each access with these two.
    private void Before(TokenCacheNotificationArgs access)
    {
        // Here, and not when the sign-in is put together: a warning needs a running call to be shown in.
        if (!hasWarned && file.Warning is { } warning)
        {
            hasWarned = true;
            warn?.Invoke(warning);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        held = new CrossPlatLock(file.Path + ".lock");
        byte[]? content = null;
        try
        {
            content = file.Read();
        }
        catch (CryptographicException)
        {
            // Another user's, or another machine's: as good as none.
        }

        try
        {
            access.TokenCache.DeserializeMsalV3(content ?? [], shouldClearExistingCache: true);
        }
        catch (MsalClientException)
        {
            // Damaged: as good as none, too, and the next write mends it.
            access.TokenCache.DeserializeMsalV3([], shouldClearExistingCache: true);
            return;
        }

        if (content is { Length: > 0 })
        {
            Loaded?.Invoke(content);
        }
    }

    private void After(TokenCacheNotificationArgs access)
    {
        try
        {
            if (access.HasStateChanged)
            {
                byte[] content = access.TokenCache.SerializeMsalV3();
                file.Write(content);
                Changed?.Invoke(content);
            }
        }
        finally
        {
            held?.Dispose();
            held = null;
        }
    }
}
