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

        // Where it is certain that the service would refuse, it is not asked.
        if (source is IRenewableTokenSource { TokenKind: PartnerTokenKind.AppOnly } && !OperationCredential.TakesAppOnly(request.Operation))
        {
            throw OperationCredential.Refusal(request);
        }

        return Checked(request, await GuardAsync(request, source.GetTokenAsync, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Another token than the refused one; null where there is none.</summary>
    public async ValueTask<string?> RenewAsync(PartnerRequest request, string refused, CancellationToken cancellationToken)
    {
        if (source is not IRenewableTokenSource renewable)
        {
            return null;
        }

        string? token = await GuardAsync(request, stop => renewable.RenewTokenAsync(refused, stop), cancellationToken).ConfigureAwait(false);
        return token == null || token == refused ? null : Checked(request, token);
    }

    private static string Checked(PartnerRequest request, string? token) => IsToken(token)
        ? token!
        : throw Fault.Lost(PartnerErrorKind.Unauthorized, request, "the access token is empty or holds characters that no token has", null, true);

    private static async Task<string?> GuardAsync<T>(PartnerRequest request, Func<CancellationToken, Task<T>> get, CancellationToken cancellationToken)
        where T : class?
    {
        try
        {
            return (await get(cancellationToken).ConfigureAwait(false) as string)?.Trim();
        }
        catch (Exception e) when (e is not PartnerException && !cancellationToken.IsCancellationRequested)
        {
            throw Fault.Lost(PartnerErrorKind.Unauthorized, request, "no access token could be had: " + e.Message, e, true);
        }
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
