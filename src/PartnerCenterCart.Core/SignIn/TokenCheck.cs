using System;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>Refuses a token that cannot work, and says what to ask for instead. What a token does not say is not held against it.</summary>
internal static class TokenCheck
{
    // The service's own application id is an audience of tokens too, when they were asked for by it.
    private const string ServiceApplicationId = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";

    private static readonly string[] RetiredAudiences =
        ["https://graph.windows.net", "https://graph.chinacloudapi.cn", "https://graph.cloudapi.de", "00000002-0000-0000-c000-000000000000"];

    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static void Demand(TokenClaims claims, CloudEnvironment cloud, string? tenant, DateTimeOffset now)
    {
        string ask = $"Ask for a token with resource {cloud.Audience} (v2: scope {cloud.Audience}/.default or {cloud.Audience}/user_impersonation).";
        if (claims.Audiences.Count > 0 && !claims.Audiences.Any(audience => IsFor(cloud, audience)))
        {
            string audience = claims.Audiences[0].TrimEnd('/');
            throw PartnerException.InvalidInput(
                RetiredAudiences.Contains(audience, StringComparer.OrdinalIgnoreCase)
                    ? $"The access token was issued for {audience}, the audience of the retired Azure AD Graph; Partner Center has refused such tokens since 2025."
                    : $"The access token was issued for the audience {audience}, which is not that of Partner Center in the {cloud.Name}.",
                ask);
        }

        if (claims.ExpiresOn is { } end && end <= now)
        {
            throw PartnerException.InvalidInput(
                $"The access token expired at {end.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC.",
                "Get a new one, or let Connect-PartnerCenter sign in by itself: -Credential, -RefreshToken and others renew tokens without a word.");
        }

        // A domain cannot be compared with an id without asking somebody.
        if (Guid.TryParse(tenant, out Guid wanted) && Guid.TryParse(claims.Tenant, out Guid issued) && wanted != issued)
        {
            throw PartnerException.InvalidInput($"The access token was issued by tenant {issued}, but -Tenant names {wanted}.", "Sign in to the partner's tenant and pass that token, or name its tenant.");
        }
    }

    private static bool IsFor(CloudEnvironment cloud, string audience) =>
        audience.TrimEnd('/').Equals(cloud.Audience, StringComparison.OrdinalIgnoreCase) || audience.Equals(ServiceApplicationId, StringComparison.OrdinalIgnoreCase);
}
