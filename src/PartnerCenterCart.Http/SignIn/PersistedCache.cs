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
    private CrossPlatLock? held;

    private PersistedCache(ProtectedFile file) => this.file = file;

    /// <summary>Hears the cache's new content.</summary>
    public Action<byte[]>? Changed { get; set; }

    /// <summary>Null when tokens are to be kept in memory alone.</summary>
    public static PersistedCache? Attach(SignInOptions options, ITokenCache tokens)
    {
        if (!options.PersistCache)
        {
            return null;
        }

        var cache = new PersistedCache(ProtectedFile.At(Path.Combine(Folder(), Name(options))));
        if (cache.file.Warning is { } warning)
        {
            options.Warn?.Invoke(warning);
        }

        tokens.SetBeforeAccess(cache.Before);
        tokens.SetAfterAccess(cache.After);
        return cache;
    }

    public void Clear() => file.Clear();

    private static string Folder()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "PartnerCenterCart", "tokens");
    }

    private static string Name(SignInOptions options)
    {
        string key = string.Join("|", (options.Authority ?? options.Environment.Authority).Host, options.Tenant, options.ApplicationId, options.IsAppOnly ? "app" : "user").ToUpperInvariant();
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

        access.TokenCache.DeserializeMsalV3(content ?? [], shouldClearExistingCache: true);
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
