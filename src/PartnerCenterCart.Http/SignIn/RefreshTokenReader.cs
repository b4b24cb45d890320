using System;
using System.Linq;
using System.Text.Json;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>
/// The library keeps refresh tokens to itself; its cache, written out, is the documented place to find them in. The secure
/// application model needs them handed on.
/// </summary>
internal sealed class RefreshTokenReader
{
    private readonly IClock clock;
    private volatile Entry[] entries = [];

    public RefreshTokenReader(ITokenCache cache, IClock clock, PersistedCache? persisted = null)
    {
        this.clock = clock;
        if (persisted != null)
        {
            persisted.Loaded = content => Read(content, null);
            persisted.Changed = content => Read(content, clock.UtcNow);
        }
        else
        {
            cache.SetAfterAccess(access =>
            {
                if (access.HasStateChanged)
                {
                    Read(access.TokenCache.SerializeMsalV3(), clock.UtcNow);
                }
            });
        }
    }

    /// <summary>Null as long as there was none.</summary>
    public StoredToken? Newest => entries.LastOrDefault()?.Token;

    /// <summary>The one of an account; a cache beyond the process may hold several people's.</summary>
    public StoredToken? Of(string? account) => entries.LastOrDefault(entry => entry.Account == account)?.Token;

    // What was there before does not tell how old it is.
    private void Read(byte[] cache, DateTimeOffset? issued)
    {
        using JsonDocument content = JsonDocument.Parse(cache);
        if (content.RootElement.TryGetProperty("RefreshToken", out JsonElement all))
        {
            Entry[] known = entries;
            entries = all.EnumerateObject()
                .Where(one => Text(one.Value, "secret") is { Length: > 0 })
                .Select(one => new { Account = Text(one.Value, "home_account_id"), Token = Text(one.Value, "secret")! })
                .Select(one => Array.Find(known, old => old.Account == one.Account && old.Token.RefreshToken == one.Token) ?? new Entry(one.Account, new StoredToken(one.Token, issued)))
                .ToArray();
        }
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private sealed record Entry(string? Account, StoredToken Token);
}
