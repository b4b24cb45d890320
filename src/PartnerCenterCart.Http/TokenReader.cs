using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>Asks for the token of a try. Whatever goes wrong here, nothing was sent yet, and no message holds the token.</summary>
internal sealed class TokenReader
{
    private readonly IPartnerTokenSource? source;
    private readonly bool hasOneEndpoint;

    /// <param name="source">Null sends none.</param>
    /// <param name="hasOneEndpoint">Whether all resources are served by one endpoint, as an emulator does; one token is then good for all.</param>
    public TokenReader(IPartnerTokenSource? source, bool hasOneEndpoint)
    {
        this.source = source;
        this.hasOneEndpoint = hasOneEndpoint;
    }

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

        return Checked(request, await GuardAsync(request, stop => GetAsync(source, request, stop), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Another token than the refused one; null where there is none.</summary>
    public async ValueTask<string?> RenewAsync(PartnerRequest request, string refused, CancellationToken cancellationToken)
    {
        if (source is not IRenewableTokenSource renewable)
        {
            return null;
        }

        string? token = await GuardAsync(request, stop => renewable is IResourceTokenSource any ? any.RenewTokenAsync(request.Resource, refused, stop) : renewable.RenewTokenAsync(refused, stop), cancellationToken).ConfigureAwait(false);
        return token == null || token == refused ? null : Checked(request, token);
    }

    private Task<string> GetAsync(IPartnerTokenSource tokens, PartnerRequest request, CancellationToken stop)
    {
        if (tokens is IResourceTokenSource any)
        {
            return any.GetTokenAsync(request.Resource, stop);
        }

        // A token is for one audience: Partner Center's would be refused by the other service, and it should not travel there.
        return request.Resource == TokenResource.PartnerCenter || hasOneEndpoint
            ? tokens.GetTokenAsync(stop)
            : throw Fault.Lost(
                PartnerErrorKind.Unauthorized, request, "the token that the connection was made with is for Partner Center alone, and Microsoft Graph needs one of its own", null, true, "Connect with a sign-in instead of -AccessToken: the application needs the permission PartnerBilling.Read.All of Microsoft Graph.");
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
