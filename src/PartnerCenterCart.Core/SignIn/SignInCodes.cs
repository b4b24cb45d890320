namespace PartnerCenterCart;

/// <summary>What to do about the identity platform's own codes. One sentence or two each.</summary>
internal static class SignInCodes
{
    public const string MfaRemedy =
        "Sign in again with multi-factor authentication: New-PartnerAccessToken -UseAuthorizationCode or -UseDeviceAuthentication gives a refresh token that carries it.";

    private const string NewConsent = "Consent again with New-PartnerAccessToken and keep the refresh token that it returns.";

    public static string? Remedy(string? code) => code switch
    {
        "AADSTS50076" or "AADSTS50079" or "AADSTS50074" or "AADSTS50078" => MfaRemedy,
        "AADSTS7000215" => "Pass the value of the client secret, not its id; the value is shown only when the secret is made.",
        "AADSTS7000222" => "The client secret has expired; make a new one for the application.",
        "AADSTS700027" => "The certificate does not belong to the application, or has expired; upload its public part to the application.",
        "AADSTS700016" => "Check -ApplicationId and -Tenant: the application is not in that tenant.",
        "AADSTS90002" or "AADSTS900023" => "Check -Tenant and -Environment: there is no such tenant in this cloud.",
        "AADSTS65001" or "AADSTS65004" => "Somebody has to consent to the application first: New-PartnerAccessToken -UseAuthorizationCode, or an administrator in the portal.",
        "AADSTS500011" => "The tenant does not know Partner Center; add the service principal fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd to it, and check -Environment.",
        "AADSTS700082" or "AADSTS70008" or "AADSTS50173" or "AADSTS9002313" or "AADSTS70000" or "AADSTS70043" => NewConsent,
        "AADSTS70021" or "AADSTS700211" or "AADSTS700212" or "AADSTS700213" => "The application has no federated credential that fits issuer, subject and audience of the token.",
        "AADSTS700024" => "The federated token is not valid now; get a fresh one, or name a file with -FederatedTokenFile, which is read each time.",
        "AADSTS700025" => "The application is a public one; leave its credential out.",
        "AADSTS7000218" => "The application needs its credential: -Credential, -CertificateThumbprint or another.",
        "AADSTS53003" or "AADSTS530003" or "AADSTS53000" => "A conditional access policy blocks this; sign in from a place and device that it allows.",
        "AADSTS50057" or "AADSTS50034" => "The account is disabled or not in that tenant.",
        "authorization_declined" or "access_denied" => "The sign-in was declined; run the command again to have another try.",
        "code_expired" or "expired_token" => "The device code ran out before anybody used it; run the command again.",
        "invalid_grant" => NewConsent,
        _ => null,
    };
}
