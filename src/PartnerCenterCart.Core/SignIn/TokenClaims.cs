using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// What an access token says of itself. The signature is not looked at: only the service can, and only its word counts.
/// </summary>
internal sealed class TokenClaims
{
    // Of the year 9999, which is the last that a date here can say.
    private const long LastSecond = 253402300799;

    private readonly JObject members;

    private TokenClaims(JObject members) => this.members = members;

    /// <summary>Null when it is none: an opaque token, or one that is encrypted.</summary>
    public static TokenClaims? Read(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            using var payload = new MemoryStream(Decode(parts[1]));
            return PartnerJson.ReadToken(payload) is JObject members ? new TokenClaims(members) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Who may accept it; empty when it does not say.</summary>
    public IReadOnlyList<string> Audiences => Texts("aud");

    public string? Tenant => Text("tid");

    public string? ApplicationId => Text("appid") ?? Text("azp");

    public string? Account => Text("upn") ?? Text("preferred_username") ?? Text("unique_name");

    /// <summary>An optional claim; most tokens do not have it.</summary>
    public string? TenantCountry => Text("tenant_ctry");

    public DateTimeOffset? ExpiresOn =>
        members["exp"] is JValue { Value: long or int or decimal or string } end && decimal.TryParse((string?)end, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    public PartnerTokenKind Kind =>
        string.Equals(Text("idtyp"), "app", StringComparison.OrdinalIgnoreCase) ? PartnerTokenKind.AppOnly
        : Text("scp") != null || Text("idtyp") != null ? PartnerTokenKind.AppUser
        : members["roles"] != null || (Text("oid") is { } oid && oid == Text("sub")) ? PartnerTokenKind.AppOnly
        : PartnerTokenKind.Unknown;

    /// <summary>Whether the person signed in with more than one factor; null when the token does not say how.</summary>
    public bool? HasMfa => Texts("amr") is { Count: > 0 } methods ? methods.Contains("mfa", StringComparer.OrdinalIgnoreCase) : null;

    private static byte[] Decode(string text)
    {
        string plain = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(plain.PadRight(plain.Length + ((4 - (plain.Length % 4)) % 4), '='));
    }

    private string? Text(string name) => members[name] is JValue { Value: string text } && text.Length > 0 ? text : null;

    private List<string> Texts(string name) => members[name] switch
    {
        JArray several => several.OfType<JValue>().Select(one => one.Value as string).Where(one => !string.IsNullOrEmpty(one)).Select(one => one!).ToList(),
        JValue { Value: string { Length: > 0 } one } => new List<string> { one },
        _ => new List<string>(),
    };
}
