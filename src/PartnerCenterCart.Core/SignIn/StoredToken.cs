using System;

namespace PartnerCenterCart;

/// <summary>A refresh token and its age.</summary>
public sealed class StoredToken
{
    /// <summary>A token; its age where it is known.</summary>
    public StoredToken(string refreshToken, DateTimeOffset? issuedAt)
    {
        RefreshToken = refreshToken ?? throw new ArgumentNullException(nameof(refreshToken));
        IssuedAt = issuedAt;
    }

    /// <summary>The secret itself.</summary>
    public string RefreshToken { get; }

    /// <summary>When the identity platform gave it; null when nobody knows.</summary>
    public DateTimeOffset? IssuedAt { get; }

    /// <summary>Names no token.</summary>
    public override string ToString() => nameof(StoredToken);
}
