using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Gets tokens without connecting: the consent step of the secure application model, and the exchange of its refresh token.
/// </summary>
[Cmdlet(VerbsCommon.New, "PartnerAccessToken", DefaultParameterSetName = InteractiveSet)]
[OutputType(typeof(PartnerAccessToken))]
public sealed class NewPartnerAccessToken : SignInCmdlet
{
    /// <summary>What the access token is for; the refresh token is good for all of them.</summary>
    [Parameter]
    public TokenResource Resource { get; set; }

    private protected override void Process()
    {
        try
        {
            SignInOptions options = Options();
            using ISignIn signIn = PrivateRoom.SignIn.Create(options);
            TokenAnswer answer = Wait(stop => signIn.AcquireAsync(Resource, false, stop));
            TokenClaims? claims = TokenClaims.Read(answer.AccessToken);
            WriteObject(new PartnerAccessToken(Resource, SecretText.Protect(answer.AccessToken), answer.ExpiresOn)
            {
                RefreshToken = answer.RefreshToken == null ? null : SecretText.Protect(answer.RefreshToken),
                RefreshTokenIssuedAt = answer.RefreshToken == null ? null : answer.HandedOutAt ?? answer.RefreshTokenIssuedAt,
                Account = answer.Account ?? claims?.Account,
                Tenant = answer.Tenant ?? claims?.Tenant,
                TokenKind = options.IsAppOnly ? PartnerTokenKind.AppOnly : PartnerTokenKind.AppUser,
                HasMfa = options.IsAppOnly ? null : claims?.HasMfa,
            });
            if (!options.IsAppOnly && claims?.HasMfa == false)
            {
                WriteWarning("The token carries no multi-factor authentication, and neither will those that its refresh token gives; Partner Center refuses them (401/900421). " + SignInCodes.MfaRemedy);
            }
        }
        catch (PartnerException e)
        {
            throw Terminating(e);
        }
    }
}
