using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>An application by itself: client credentials.</summary>
internal sealed class ApplicationSignIn : MsalSignIn
{
    private readonly IConfidentialClientApplication application;
    private readonly PersistedCache? cache;

    public ApplicationSignIn(SignInOptions options)
        : base(options)
    {
        application = ApplicationBuilders.Confidential(options, Http);
        cache = PersistedCache.Attach(options, application.AppTokenCache);
    }

    public override void Forget() => cache?.Clear();

    protected override async Task<TokenAnswer> GetAsync(string audience, bool renew, CancellationToken cancellationToken) =>
        Answer(await application.AcquireTokenForClient(ApplicationScopes(audience)).WithForceRefresh(renew).ExecuteAsync(cancellationToken).ConfigureAwait(false));
}
