using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>Asks for the token of a try. Whatever goes wrong here, nothing was sent yet, and no message holds the token.</summary>
internal sealed class TokenReader
{
    private readonly IPartnerTokenSource? source;

    public TokenReader(IPartnerTokenSource? source) => this.source = source;

    public async ValueTask<string?> ReadAsync(PartnerRequest request, CancellationToken cancellationToken)
    {
        if (source == null)
        {
            return null;
        }

        string? token;
        try
        {
            token = (await source.GetTokenAsync(cancellationToken).ConfigureAwait(false))?.Trim();
        }
        catch (Exception e) when (e is not PartnerException && !cancellationToken.IsCancellationRequested)
        {
            throw Fault.Lost(PartnerErrorKind.Unauthorized, request, "no access token could be had: " + e.Message, e, true);
        }

        return IsToken(token)
            ? token
            : throw Fault.Lost(PartnerErrorKind.Unauthorized, request, "the access token is empty or holds characters that no token has", null, true);
    }

    // A line break in the middle would end the header; the framework's own message for such a value is not ours to trust.
    private static bool IsToken(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return false;
        }

        foreach (char c in token!)
        {
            if (c is <= ' ' or >= '\x7F')
            {
                return false;
            }
        }

        return true;
    }
}
