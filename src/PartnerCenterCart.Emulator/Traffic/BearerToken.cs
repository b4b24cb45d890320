using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What a token says of itself, where it is a JSON web token. The signature is not looked at.</summary>
internal sealed class BearerToken(JObject? claims)
{
    /// <summary>False for opaque tokens.</summary>
    public bool IsReadable => claims is not null;

    public string? Audience => Text("aud")?.TrimEnd('/');

    public DateTimeOffset? Expires => claims?["exp"] is JValue { Type: JTokenType.Integer } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value<long>()) : null;

    /// <summary>A scope is what a person consented to; an application has roles.</summary>
    public bool IsUser => Text("scp") is not null;

    public bool IsAppOnly => IsReadable && !IsUser && (Text("idtyp") == "app" || claims!["roles"] is not null);

    public bool HasMfa => claims?["amr"] is JArray methods && methods.Values<string>().Contains("mfa", StringComparer.OrdinalIgnoreCase);

    /// <summary>What the token allows: scopes of a person, roles of an application.</summary>
    public IEnumerable<string> Permissions =>
        (Text("scp") ?? string.Empty).Split([' '], StringSplitOptions.RemoveEmptyEntries).Concat((claims?["roles"] as JArray)?.Values<string>().OfType<string>() ?? []);

    public static BearerToken Read(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3)
        {
            return new BearerToken(null);
        }

        try
        {
            string text = parts[1].Replace('-', '+').Replace('_', '/');
            byte[] payload = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
            return new BearerToken(JObject.Parse(Encoding.UTF8.GetString(payload)));
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return new BearerToken(null);
        }
    }

    private string? Text(string name) => claims?[name] is JValue { Type: JTokenType.String } value ? value.Value<string>() : null;
}
