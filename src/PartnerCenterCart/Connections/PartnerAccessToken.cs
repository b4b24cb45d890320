using System;
using System.Security;

namespace PartnerCenterCart;

/// <summary>
/// What New-PartnerAccessToken returns. The tokens are SecureStrings, so that neither a console nor a transcript shows them;
/// <c>ConvertFrom-SecureString -AsPlainText</c> gives the text.
/// </summary>
public sealed class PartnerAccessToken
{
    internal PartnerAccessToken(TokenResource resource, SecureString accessToken, DateTimeOffset expiresOn)
    {
        Resource = resource;
        AccessToken = accessToken;
        ExpiresOn = expiresOn;
    }

    /// <summary>What the access token is for.</summary>
    public TokenResource Resource { get; }

    /// <summary>For -AccessToken.</summary>
    public SecureString AccessToken { get; }

    /// <summary>When the access token ends.</summary>
    public DateTimeOffset ExpiresOn { get; }

    /// <summary>For -RefreshToken, the newest; null where the way to sign in has none.</summary>
    public SecureString? RefreshToken { get; internal init; }

    /// <summary>When the refresh token was issued; null when nobody knows.</summary>
    public DateTimeOffset? RefreshTokenIssuedAt { get; internal init; }

    /// <summary>When the refresh token ends unless it is used before; null when nobody knows.</summary>
    public DateTimeOffset? RefreshTokenExpiresOn => RefreshTokenIssuedAt + RefreshTokenLife.Length;

    /// <summary>Who signed in; null for applications.</summary>
    public string? Account { get; internal init; }

    /// <summary>The tenant that issued the tokens.</summary>
    public string? Tenant { get; internal init; }

    /// <summary>Whose token it is.</summary>
    public PartnerTokenKind TokenKind { get; internal init; }

    /// <summary>Whether it carries multi-factor authentication; null when it does not say.</summary>
    public bool? HasMfa { get; internal init; }
}
