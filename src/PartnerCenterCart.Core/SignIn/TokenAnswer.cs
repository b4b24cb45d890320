using System;

namespace PartnerCenterCart;

/// <summary>What the identity platform gave. It has no text form: nothing of it may reach a stream by accident.</summary>
public sealed class TokenAnswer
{
    /// <summary>An answer with an access token.</summary>
    public TokenAnswer(string accessToken, DateTimeOffset expiresOn)
    {
        AccessToken = accessToken ?? throw new ArgumentNullException(nameof(accessToken));
        ExpiresOn = expiresOn;
    }

    /// <summary>The bearer token.</summary>
    public string AccessToken { get; }

    /// <summary>When it ends, on the connection's clock.</summary>
    public DateTimeOffset ExpiresOn { get; }

    /// <summary>The newest refresh token; null where the mode has none, or keeps it to itself.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When <see cref="RefreshToken"/> itself was issued; null when nobody knows.</summary>
    public DateTimeOffset? HandedOutAt { get; init; }

    /// <summary>When the refresh token that is kept was issued; null when there is none or nobody knows.</summary>
    public DateTimeOffset? RefreshTokenIssuedAt { get; init; }

    /// <summary>Who signed in; null for applications.</summary>
    public string? Account { get; init; }

    /// <summary>The tenant that issued it; null when unknown.</summary>
    public string? Tenant { get; init; }

    /// <summary>Names no token.</summary>
    public override string ToString() => nameof(TokenAnswer);
}
