using System;
using System.Net;
using System.Net.Http;
#if NETFRAMEWORK
using System.Security.Authentication;
#endif

namespace PartnerCenterCart.Http;

/// <summary>
/// The network under a transport. No cookies: a call must not depend on the one before. No redirects: the service documents
/// none, a followed POST would turn into a GET, and the token is for the connection's endpoint alone.
/// Where a server closes a connection in order and without a byte of answer, SocketsHttpHandler by itself repeats a message
/// that has no content, up to three times and at once. That is welcome for reads, which would else fail on a connection
/// that idled too long; every write therefore has a content, if an empty one.
/// </summary>
internal static class NetworkHandler
{
    // A connection is renewed now and then, so that a change in DNS is noticed in a session that stays open for days.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

#if NETFRAMEWORK
    // .NET Framework allows two connections for each host unless told otherwise; parallel runspaces need more.
    private const int MaximumConnections = 64;

    public static HttpMessageHandler Create(Uri endpoint)
    {
        ServicePoint point = ServicePointManager.FindServicePoint(endpoint);
        point.Expect100Continue = false;
        point.UseNagleAlgorithm = false;
        point.ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
        return new HttpClientHandler
        {
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !endpoint.IsLoopback,
            MaxConnectionsPerServer = MaximumConnections,

            // Windows PowerShell may still start with older versions only, and the service takes none below 1.2.
            SslProtocols = SslProtocols.Tls12,
        };
    }
#else
    // The timeout of a try would end a connection attempt too, but nobody could tell then that nothing was sent.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);

    public static HttpMessageHandler Create(Uri endpoint) => new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        AllowAutoRedirect = false,
        UseCookies = false,

        // A proxy on the way to this machine itself would look for the emulator on its own machine.
        UseProxy = !endpoint.IsLoopback,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };
#endif
}
