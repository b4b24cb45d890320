using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>
/// The library keeps refresh tokens to itself; its cache, written out, is the documented place to find them in. The secure
/// application model needs them handed on.
/// </summary>
internal sealed class RefreshTokenReader
{
    private readonly IClock clock;
    private StoredToken? newest;

    public RefreshTokenReader(ITokenCache cache, IClock clock, PersistedCache? persisted = null)
    {
        this.clock = clock;
        if (persisted != null)
        {
            persisted.Changed = Read;
        }
        else
        {
            cache.SetAfterAccess(access =>
            {
                if (access.HasStateChanged)
                {
                    Read(access.TokenCache.SerializeMsalV3());
                }
            });
        }
    }

    /// <summary>Null as long as there was none.</summary>
    public StoredToken? Newest => Volatile.Read(ref newest);

    private void Read(byte[] cache)
    {
        using JsonDocument content = JsonDocument.Parse(cache);
        string? token = content.RootElement.TryGetProperty("RefreshToken", out JsonElement all)
            ? all.EnumerateObject().Select(one => one.Value.TryGetProperty("secret", out JsonElement secret) ? secret.GetString() : null).LastOrDefault()
            : null;
        if (!string.IsNullOrEmpty(token) && token != newest?.RefreshToken)
        {
            Volatile.Write(ref newest, new StoredToken(token!, clock.UtcNow));
        }
    }
}
