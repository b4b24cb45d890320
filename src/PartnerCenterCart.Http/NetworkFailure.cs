using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace PartnerCenterCart.Http;

/// <summary>
/// Turns what the framework throws into the one exception of this library. The question that matters is whether the
/// request can have reached the service: only where it certainly did not may a purchase be sent again.
/// </summary>
internal static class NetworkFailure
{
    /// <summary>The exception for a try that the network ended; null for what is no failure of the network.</summary>
    public static PartnerException? From(HttpCall call, Exception cause)
    {
        string host = Host(call);
        if (Unsent(cause, host) is { } unsent)
        {
            return Fault.Lost(PartnerErrorKind.ConnectionFailed, call.Request, unsent, cause, true);
        }

        if (cause is InvalidDataException)
        {
            return Fault.Lost(PartnerErrorKind.UnreadableAnswer, call.Request, $"the body of the answer from {host} could not be decompressed", cause, false);
        }

        if (IsNoHttp(cause))
        {
            return Fault.Lost(PartnerErrorKind.UnreadableAnswer, call.Request, $"what {host} answered is no HTTP", cause, false);
        }

        return cause is HttpRequestException or IOException or SocketException or WebException or OperationCanceledException or ObjectDisposedException
            ? Fault.Lost(PartnerErrorKind.ConnectionFailed, call.Request, Broken(call, host), cause, false)
            : null;
    }

    /// <summary>The exception for a try that took too long.</summary>
    public static PartnerException Timeout(HttpCall call, TimeSpan limit, Exception cause)
    {
        string seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        string what = call.Status == null ? "did not answer" : "began to answer but did not finish";
        return Fault.Lost(PartnerErrorKind.Timeout, call.Request, $"{Host(call)} {what} within {seconds} seconds", cause, false);
    }

    /// <summary>The exception for a call on a connection that was closed here.</summary>
    public static PartnerException Closed(PartnerRequest request, bool nothingWasDone, Exception? cause) => nothingWasDone
        ? Fault.Lost(PartnerErrorKind.NotConnected, request, "the connection was closed", cause, true)
        : Fault.Lost(PartnerErrorKind.ConnectionFailed, request, "the connection was closed here while the call was running", cause, false);

    /// <summary>What kept the request from being sent, in plain words; null when it may have been sent.</summary>
    private static string? Unsent(Exception cause, string host)
    {
#if !NETFRAMEWORK
        if (cause is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } known)
        {
            return known.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => Unresolved(host),
                HttpRequestError.ConnectionError => Unreached(host, Innermost(cause)),
                HttpRequestError.SecureConnectionError => Insecure(host, Innermost(cause)),
                HttpRequestError.ProxyTunnelError => $"the proxy did not let the call through to {host}: {known.Message}",
                _ => null,
            };
        }

        // SocketsHttpHandler says so when its ConnectTimeout has passed.
        if (cause is OperationCanceledException { InnerException: TimeoutException })
        {
            return $"no connection to {host} came about in time";
        }
#endif
        for (Exception? inner = cause; inner != null; inner = inner.InnerException)
        {
            string? words = inner switch
            {
                SocketException socket => Unsent(socket, host),
                WebException web => Unsent(web, host),
                AuthenticationException => Insecure(host, inner),
                _ => null,
            };
            if (words != null)
            {
                return words;
            }
        }

        return null;
    }

    // Only codes that an open connection cannot give: "unreachable" can also hit one that has carried a request.
    private static string? Unsent(SocketException socket, string host) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => Unresolved(host),
        SocketError.ConnectionRefused or SocketError.AddressNotAvailable => Unreached(host, socket),
        _ => null,
    };

    private static string? Unsent(WebException web, string host) => web.Status switch
    {
        WebExceptionStatus.NameResolutionFailure => Unresolved(host),
        WebExceptionStatus.ProxyNameResolutionFailure => $"the name of the proxy on the way to {host} could not be resolved",
        WebExceptionStatus.ConnectFailure => Unreached(host, Innermost(web)),
        WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure => Insecure(host, Innermost(web)),
        _ => null,
    };

    private static bool IsNoHttp(Exception cause) =>
#if NETFRAMEWORK
        cause is HttpRequestException { InnerException: WebException { Status: WebExceptionStatus.ServerProtocolViolation } };
#else
        (cause as HttpRequestException)?.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded;
#endif

    private static string Unresolved(string host) => $"the name of {host} could not be resolved";

    private static string Unreached(string host, Exception why) => $"no connection to {host} could be made: {why.Message}";

    private static string Insecure(string host, Exception why) => $"no secure connection to {host} could be made: {why.Message}";

    private static string Broken(HttpCall call, string host) => call.Status is { } status
        ? $"the connection to {host} broke in the middle of the answer, whose status was {(int)status}"
        : $"the connection to {host} broke before an answer came";

    private static string Host(HttpCall call) =>
        call.Address.IsDefaultPort ? call.Address.Host : call.Address.Host + " port " + call.Address.Port.ToString(CultureInfo.InvariantCulture);

    private static Exception Innermost(Exception cause) => cause.GetBaseException();
}
