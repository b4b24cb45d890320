#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace PartnerCenterCart.IdentityPlatform;

/// <summary>
/// A fake of the identity platform: token endpoints v2, device code, authorization code, refresh with rotation, managed
/// identity, discovery. One brain; a message handler and an HTTPS server are its doors. Old refresh tokens stay valid until
/// their own end, as the platform documents.
/// </summary>
public sealed class FakeIdentityPlatform
{
    private readonly ConcurrentDictionary<string, (string App, string Tenant, DateTimeOffset Issued)> refreshTokens = new();
    private readonly ConcurrentDictionary<string, string> challenges = new();
    private readonly ConcurrentQueue<FakeFailure> failures = new();
    private readonly ConcurrentQueue<FakeRequest> requests = new();
    private int count;
    private int pendingPolls;

    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>The secret that every application has.</summary>
    public string Secret { get; set; } = "right-secret";

    /// <summary>Whether people sign in with more than one factor.</summary>
    public bool Mfa { get; set; } = true;

    public bool Rotates { get; set; } = true;

    public int ExpiresIn { get; set; } = 3600;

    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    public string User { get; set; } = "agent@partner.example";

    /// <summary>The tenant of "organizations".</summary>
    public string HomeTenant { get; set; } = "a0000000-0000-4000-8000-000000000000";

    /// <summary>Replaces the audience that was asked for.</summary>
    public string? Audience { get; set; }

    public IReadOnlyList<FakeRequest> Requests => requests.ToArray();

    public IReadOnlyList<FakeRequest> TokenRequests => requests.Where(request => request.Path.EndsWith("/token", StringComparison.Ordinal)).ToArray();

    public void FailNext(int status, string error, string description, string? retryAfter = null) =>
        failures.Enqueue(new FakeFailure { Status = status, Error = error, Description = description, RetryAfter = retryAfter });

    /// <summary>How often the device code is "not yet" before the person is done; -1 for ever.</summary>
    public void WaitForDevice(int polls) => pendingPolls = polls;

    public string IssueRefreshToken(string app, string tenant) => NewRefreshToken(app, tenant);

    public void Revoke(string refreshToken) => refreshTokens.TryRemove(refreshToken, out _);

    public FakeAnswer Answer(string method, string target, Dictionary<string, string> headers, string body)
    {
        int mark = target.IndexOf('?');
        string path = mark < 0 ? target : target.Substring(0, mark);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Read(mark < 0 ? "" : target.Substring(mark + 1), values);
        Read(body, values);
        var request = new FakeRequest(method, path, values, headers);
        requests.Enqueue(request);
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string tenant = parts.Length > 0 && parts[0] is not ("organizations" or "common") ? parts[0] : HomeTenant;
        return path switch
        {
            _ when path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) => Token(request, tenant),
            _ when path.EndsWith("/oauth2/v2.0/devicecode", StringComparison.Ordinal) => DeviceCode(),
            _ when path.EndsWith("/oauth2/v2.0/authorize", StringComparison.Ordinal) => Authorize(request),
            _ when path.EndsWith("/.well-known/openid-configuration", StringComparison.Ordinal) => Discovery(headers, tenant),
            "/common/discovery/instance" => Instance(request),
            "/metadata/identity/oauth2/token" when Has(headers, "Metadata", "true") => Managed(request),
            "/msi/token" when headers.Keys.Contains("X-IDENTITY-HEADER", StringComparer.OrdinalIgnoreCase) => Managed(request),
            _ => new FakeAnswer(404, "{}"),
        };
    }

    private FakeAnswer Token(FakeRequest request, string tenant)
    {
        if (failures.TryDequeue(out FakeFailure? failure))
        {
            return Failure(failure, request);
        }

        string app = request["client_id"];
        if (request["client_secret"].Length > 0 && request["client_secret"] != Secret)
        {
            return Refuse(401, "invalid_client", $"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app}'.");
        }

        bool proves = request["client_secret"].Length > 0 || request["client_assertion"].Length > 0;
        switch (request["grant_type"])
        {
            case "client_credentials":
                return proves
                    ? Json(new Dictionary<string, object> { ["token_type"] = "Bearer", ["expires_in"] = ExpiresIn, ["access_token"] = AccessToken(request["scope"], tenant, app, user: false) })
                    : Refuse(401, "invalid_client", "AADSTS7000216: 'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.");
            case "refresh_token":
                string old = request["refresh_token"];
                if (!refreshTokens.TryGetValue(old, out var kept) || kept.App != app)
                {
                    return Refuse(400, "invalid_grant", "AADSTS9002313: Invalid request. Request is malformed or invalid.");
                }

                if (kept.Issued + RefreshTokenLifetime <= Now())
                {
                    return Refuse(400, "invalid_grant", "AADSTS700082: The refresh token has expired due to inactivity.");
                }

                return ForUser(request, kept.Tenant, app, Rotates ? NewRefreshToken(app, kept.Tenant) : old);
            case "authorization_code":
                return challenges.TryRemove(request["code"], out string? challenge) && challenge == Challenge(request["code_verifier"])
                    ? ForUser(request, tenant, app, NewRefreshToken(app, tenant))
                    : Refuse(400, "invalid_grant", "AADSTS70000: The code is wrong, or was used before.");
            default:
                if (pendingPolls != 0)
                {
                    pendingPolls--;
                    return Refuse(400, "authorization_pending", "AADSTS70016: The person has not finished yet.");
                }

                return ForUser(request, tenant, app, NewRefreshToken(app, tenant));
        }
    }

    private FakeAnswer ForUser(FakeRequest request, string tenant, string app, string refreshToken)
    {
        string oid = "b0000000-0000-4000-8000-000000000000";
        return Json(new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["scope"] = string.Join(" ", request["scope"].Split(' ').Where(scope => scope.Contains("://", StringComparison.Ordinal))),
            ["expires_in"] = ExpiresIn,
            ["access_token"] = AccessToken(request["scope"], tenant, app, user: true),
            ["refresh_token"] = refreshToken,
            ["id_token"] = Sign(new Dictionary<string, object>
            {
                ["aud"] = app, ["iss"] = $"https://login.microsoftonline.com/{tenant}/v2.0", ["tid"] = tenant, ["oid"] = oid, ["sub"] = oid,
                ["preferred_username"] = User, ["name"] = "Agent", ["ver"] = "2.0", ["exp"] = Now().ToUnixTimeSeconds() + ExpiresIn,
            }),
            ["client_info"] = Encode(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, string> { ["uid"] = oid, ["utid"] = tenant }))),
        });
    }

    private string AccessToken(string scope, string tenant, string app, bool user)
    {
        string first = scope.Split(' ').FirstOrDefault(one => one.Contains("://", StringComparison.Ordinal)) ?? scope;
        string audience = !string.IsNullOrEmpty(Audience) ? Audience : (first.Contains("://", StringComparison.Ordinal) ? first.Substring(0, first.LastIndexOf('/')) : first);
        var claims = new Dictionary<string, object>
        {
            ["aud"] = audience, ["iss"] = $"https://sts.windows.net/{tenant}/", ["tid"] = tenant, ["appid"] = app,
            ["iat"] = Now().ToUnixTimeSeconds(), ["exp"] = Now().ToUnixTimeSeconds() + ExpiresIn, ["uti"] = Next("token"),
        };
        if (user)
        {
            claims["idtyp"] = "user";
            claims["scp"] = "user_impersonation";
            claims["upn"] = User;
            claims["amr"] = Mfa ? new[] { "pwd", "mfa" } : new[] { "pwd" };
        }
        else
        {
            claims["idtyp"] = "app";
            claims["roles"] = new[] { "partner" };
        }

        return Sign(claims);
    }

    private FakeAnswer Managed(FakeRequest request)
    {
        if (failures.TryDequeue(out FakeFailure? failure))
        {
            return Failure(failure, request);
        }

        string app = request["client_id"].Length > 0 ? request["client_id"] : "c0000000-0000-4000-8000-00000000000c";
        return Json(new Dictionary<string, object>
        {
            ["access_token"] = AccessToken(request["resource"] + "/.default", HomeTenant, app, user: false),
            ["expires_on"] = DateTimeOffset.UtcNow.AddSeconds(ExpiresIn).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["resource"] = request["resource"],
            ["token_type"] = "Bearer",
        });
    }

    private FakeAnswer DeviceCode() => Json(new Dictionary<string, object>
    {
        ["device_code"] = Next("device"), ["user_code"] = "TEST-CODE", ["verification_uri"] = "https://microsoft.com/devicelogin", ["expires_in"] = 900, ["interval"] = 0,
        ["message"] = "To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code TEST-CODE to authenticate.",
    });

    private FakeAnswer Authorize(FakeRequest request)
    {
        string values = "state=" + Uri.EscapeDataString(request["state"]);
        if (failures.TryDequeue(out FakeFailure? failure))
        {
            return Back(request, $"{values}&error={failure.Error}&error_description={Uri.EscapeDataString(failure.Description)}");
        }

        string code = Next("code");
        challenges[code] = request["code_challenge"];
        return Back(request, values + "&code=" + code);
    }

    /// <summary>A redirect, or (form_post) a page whose form the browser posts by itself; its body stands in for the form here.</summary>
    private static FakeAnswer Back(FakeRequest request, string values)
    {
        string address = request["redirect_uri"].TrimEnd('/') + "/";
        bool posts = request["response_mode"] == "form_post";
        var answer = new FakeAnswer(posts ? 200 : 302, posts ? values : "");
        answer.Headers["Location"] = posts ? address : address + "?" + values;
        return answer;
    }

    private static FakeAnswer Discovery(Dictionary<string, string> headers, string tenant)
    {
        string root = "https://" + (headers.TryGetValue("Host", out string? host) ? host : "login.microsoftonline.com") + "/" + tenant;
        return Json(new Dictionary<string, object>
        {
            ["issuer"] = root + "/v2.0", ["authorization_endpoint"] = root + "/oauth2/v2.0/authorize", ["token_endpoint"] = root + "/oauth2/v2.0/token",
            ["device_authorization_endpoint"] = root + "/oauth2/v2.0/devicecode",
        });
    }

    private static FakeAnswer Instance(FakeRequest request)
    {
        string host = new Uri(request["authorization_endpoint"]).Host;
        return Json(new Dictionary<string, object>
        {
            ["tenant_discovery_endpoint"] = $"https://{host}/common/v2.0/.well-known/openid-configuration", ["api-version"] = "1.1",
            ["metadata"] = new[] { new Dictionary<string, object> { ["preferred_network"] = host, ["preferred_cache"] = host, ["aliases"] = new[] { host } } },
        });
    }

    private static FakeAnswer Failure(FakeFailure failure, FakeRequest request)
    {
        FakeAnswer answer = Refuse(failure.Status, failure.Error, failure.Description.Replace("{secret}", request["client_secret"] + request["refresh_token"] + request["client_assertion"], StringComparison.Ordinal));
        if (failure.RetryAfter != null)
        {
            answer.Headers["Retry-After"] = failure.RetryAfter;
        }

        return answer;
    }

    private static FakeAnswer Refuse(int status, string error, string description)
    {
        string number = description.StartsWith("AADSTS", StringComparison.Ordinal) ? description.Substring(6).Split(':')[0] : "0";
        return new FakeAnswer(status, JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["error"] = error,
            ["error_description"] = description + " Trace ID: d0000000-0000-4000-8000-00000000000d Correlation ID: e0000000-0000-4000-8000-00000000000e Timestamp: 2026-03-01 12:00:00Z",
            ["error_codes"] = new[] { long.Parse(number, System.Globalization.CultureInfo.InvariantCulture) },
            ["correlation_id"] = "e0000000-0000-4000-8000-00000000000e",
        }));
    }

    private string NewRefreshToken(string app, string tenant)
    {
        string token = Next("refresh");
        refreshTokens[token] = (app, tenant, Now());
        return token;
    }

    private string Next(string kind) => $"0.{kind}-{Interlocked.Increment(ref count)}-{Guid.NewGuid():N}";

    private static string Challenge(string verifier) => Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string Sign(Dictionary<string, object> claims) =>
        Encode(Encoding.UTF8.GetBytes("{\"alg\":\"none\",\"typ\":\"JWT\"}")) + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims)) + "." + Encode(Encoding.UTF8.GetBytes("signature"));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static FakeAnswer Json(Dictionary<string, object> body) => new(200, JsonSerializer.Serialize(body));

    private static bool Has(Dictionary<string, string> headers, string name, string value) =>
        headers.Any(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && header.Value.Equals(value, StringComparison.OrdinalIgnoreCase));

    private static void Read(string text, Dictionary<string, string> values)
    {
        foreach (string pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            values[WebUtility.UrlDecode(parts[0])] = parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "";
        }
    }
}
