using System;
using System.Net.Http;
using Microsoft.Identity.Client;

namespace PartnerCenterCart.Http;

/// <summary>The network as the sign-in library uses it: the same as that of calls, one client for each sign-in.</summary>
internal sealed class SignInHttp : IMsalHttpClientFactory, IDisposable
{
    // A token answer is small; who waits longer than this would rather know.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly HttpClient client;

    public SignInHttp(HttpMessageHandler? handler, Uri address) =>
        client = new HttpClient(handler ?? NetworkHandler.Create(address), disposeHandler: true) { Timeout = Limit };

    public HttpClient GetHttpClient() => client;

    public void Dispose() => client.Dispose();
}
