using System;
using System.Globalization;

namespace PartnerCenterCart;

/// <summary>How long a refresh token lives, and when to say that it will end.</summary>
public static class RefreshTokenLife
{
    /// <summary>From issue to end; each rotation starts it anew.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(90);

    /// <summary>How long before the end it is worth a warning.</summary>
    public static readonly TimeSpan WarnBefore = TimeSpan.FromDays(14);

    /// <summary>The warning; null when it is too early for one, or the age is not known.</summary>
    public static string? Warning(DateTimeOffset? issuedAt, DateTimeOffset now)
    {
        if (issuedAt is not { } issued || issued + Length - WarnBefore > now)
        {
            return null;
        }

        DateTimeOffset end = issued + Length;
        string when = end.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return (end > now ? $"The refresh token ends on {when}" : $"The refresh token has been due to end since {when}")
            + ". Get a new one with New-PartnerAccessToken -UseAuthorizationCode or -UseDeviceAuthentication and keep it; with -TokenStore each connection renews it by itself.";
    }
}
