using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace PartnerCenterCart.Http;

/// <summary>The identity of the machine, runbook or function: no secret is anywhere.</summary>
internal sealed class ManagedIdentitySignIn : MsalSignIn
{
    // The platform's own endpoint is beside the machine; a proxy would ask for the proxy's identity.
    private static readonly Uri Beside = new("http://localhost");

    private readonly IManagedIdentityApplication application;

    public ManagedIdentitySignIn(SignInOptions options)
        : base(options, Beside)
    {
        ManagedIdentityId id = string.IsNullOrWhiteSpace(options.ApplicationId) ? ManagedIdentityId.SystemAssigned
            : options.ApplicationId![0] == '/' ? ManagedIdentityId.WithUserAssignedResourceId(options.ApplicationId)
            : ManagedIdentityId.WithUserAssignedClientId(options.ApplicationId);
        application = ManagedIdentityApplicationBuilder.Create(id).WithHttpClientFactory(Http, retryOnceOn5xx: false).Build();
    }

    protected override async Task<TokenAnswer> GetAsync(string audience, bool renew, CancellationToken cancellationToken) =>
        Answer(await application.AcquireTokenForManagedIdentity(audience).WithForceRefresh(renew).ExecuteAsync(cancellationToken).ConfigureAwait(false));
}
