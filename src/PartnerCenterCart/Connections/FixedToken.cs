using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A token that the caller brought, as text or SecureString. It has no text form of its own.</summary>
internal sealed class FixedToken : IRenewableTokenSource
{
    private readonly string token;

    private FixedToken(string token)
    {
        this.token = token;
        Claims = TokenClaims.Read(token);
    }

    /// <summary>Null for an opaque token, of which nothing is known.</summary>
    public TokenClaims? Claims { get; }

    public PartnerTokenKind TokenKind => Claims?.Kind ?? PartnerTokenKind.Unknown;

    public static FixedToken From(object? value)
    {
        object? bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        string? text = SecretText.Read(bare is PartnerAccessToken answer ? answer.AccessToken : bare)?.Trim();
        if (text != null && (text + " ").StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            // "Bearer $token", also where the variable was empty.
            text = text.Substring(6).Trim();
        }

        // The text itself stays out of the message: it may be a token with a typing error.
        return !string.IsNullOrEmpty(text) && text!.All(c => c is > ' ' and < '\x7f')
            ? new FixedToken(text!)
            : throw PartnerException.InvalidInput(
                "-AccessToken does not hold a token. A string or SecureString with the access token for https://api.partnercenter.microsoft.com is expected.",
                "Read the access_token of the token answer and pass it as it is.");
    }

    public Task<string> GetTokenAsync(CancellationToken cancellationToken) => Task.FromResult(token);

    /// <summary>The caller brought one token and has no other.</summary>
    public Task<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
