using System;
using System.Globalization;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>
/// Sets the library up. Instance discovery is off: the authority comes from our own table, or from the user, and asking the
/// global cloud whether it exists would cost a call, and fail where only the user's own cloud can be reached.
/// </summary>
internal static class ApplicationBuilders
{
    // Whoever has a work account; a person's account says which tenant it is.
    private const string AnyTenant = "organizations";

    public static IConfidentialClientApplication Confidential(SignInOptions options, IMsalHttpClientFactory http, string? redirect = null)
    {
        ConfidentialClientApplicationBuilder builder = ConfidentialClientApplicationBuilder.Create(Application(options))
            .WithAuthority(Authority(options), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http, retryOnceOn5xx: false);
        builder = options switch
        {
            { Secret: { } secret } => builder.WithClientSecret(secret),
            { Certificate: { } certificate } => builder.WithCertificate(certificate),
            { FederatedToken: { } federated } => builder.WithClientAssertion(async request => options.FederatedTokenInUse = await federated(request.CancellationToken).ConfigureAwait(false)),
            _ => throw PartnerException.InvalidInput("The application needs a credential: a secret, a certificate or a federated token."),
        };
        return (redirect == null ? builder : builder.WithRedirectUri(redirect)).Build();
    }

    public static IPublicClientApplication Public(SignInOptions options, IMsalHttpClientFactory http) =>
        PublicClientApplicationBuilder.Create(options.ApplicationId ?? SignInOptions.DefaultApplicationId)
            .WithAuthority(Authority(options), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http, retryOnceOn5xx: false)
            .WithRedirectUri("http://localhost")
            .Build();

    private static string Application(SignInOptions options) => string.IsNullOrWhiteSpace(options.ApplicationId)
        ? throw PartnerException.InvalidInput("The id of the application is missing: -ApplicationId.")
        : options.ApplicationId!;

    private static string Authority(SignInOptions options)
    {
        Uri authority = options.Authority ?? options.Environment.Authority;
        return string.Format(CultureInfo.InvariantCulture, "{0}/{1}/", authority.GetLeftPart(UriPartial.Authority), Uri.EscapeDataString(options.Tenant ?? AnyTenant));
    }
}
