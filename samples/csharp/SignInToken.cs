using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart;

/// <summary>Tokens of a sign-in; the library behind it keeps them and renews them before their end.</summary>
internal sealed class SignInToken(ISignIn signIn) : IPartnerTokenSource
{
    public async Task<string> GetTokenAsync(CancellationToken cancellationToken) =>
        (await signIn.AcquireAsync(TokenResource.PartnerCenter, renew: false, cancellationToken)).AccessToken;
}
