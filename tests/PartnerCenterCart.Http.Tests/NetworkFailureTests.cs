using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Which failures of the network leave no doubt that nothing was sent, and what is said about them.</summary>
public class NetworkFailureTests
{
    private static readonly Dictionary<string, Exception> Failures = new(StringComparer.Ordinal)
    {
        ["no such host"] = new HttpRequestException(HttpRequestError.NameResolutionError, "x", new SocketException((int)SocketError.HostNotFound)),
        ["no such host, told by the socket alone"] = new HttpRequestException("x", new SocketException((int)SocketError.HostNotFound)),
        ["refused"] = new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.ConnectionRefused)),
        ["refused, told by the socket alone"] = new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)),
        ["unreachable while connecting"] = new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.HostUnreachable)),
        ["unreachable in the middle"] = new HttpRequestException("x", new IOException("y", new SocketException((int)SocketError.HostUnreachable))),
        ["no TLS"] = new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new AuthenticationException("The certificate is bad.")),
        ["no TLS, told by its exception alone"] = new HttpRequestException("x", new AuthenticationException("The certificate is bad.")),
        ["proxy refused"] = new HttpRequestException(HttpRequestError.ProxyTunnelError, "The proxy answered 407."),
        ["connect timeout"] = new TaskCanceledException("x", new TimeoutException("y")),
        ["old framework: no such host"] = new HttpRequestException("x", new WebException("y", WebExceptionStatus.NameResolutionFailure)),
        ["old framework: no such proxy"] = new HttpRequestException("x", new WebException("y", WebExceptionStatus.ProxyNameResolutionFailure)),
        ["old framework: refused"] = new HttpRequestException("x", new WebException("y", WebExceptionStatus.ConnectFailure)),
        ["old framework: certificate not trusted"] = new HttpRequestException("x", new WebException("y", WebExceptionStatus.TrustFailure)),
        ["old framework: broken"] = new HttpRequestException("x", new WebException("y", WebExceptionStatus.ReceiveFailure)),
        ["reset"] = new HttpRequestException("x", new IOException("y", new SocketException((int)SocketError.ConnectionReset))),
        ["ended"] = new HttpRequestException(HttpRequestError.ResponseEnded, "x"),
        ["a bare IOException"] = new IOException("x"),
        ["cancelled by nobody known"] = new TaskCanceledException("x"),
    };

    [Theory]
    [InlineData("no such host", true, "the name of service.example port 8443 could not be resolved")]
    [InlineData("no such host, told by the socket alone", true, "the name of service.example port 8443 could not be resolved")]
    [InlineData("refused", true, "no connection to service.example port 8443 could be made: Connection refused")]
    [InlineData("refused, told by the socket alone", true, "no connection to service.example port 8443 could be made: Connection refused")]
    [InlineData("unreachable while connecting", true, "no connection to service.example port 8443 could be made")]
    [InlineData("unreachable in the middle", false, "the connection to service.example port 8443 broke before an answer came")]
    [InlineData("no TLS", true, "no secure connection to service.example port 8443 could be made: The certificate is bad.")]
    [InlineData("no TLS, told by its exception alone", true, "no secure connection to service.example port 8443 could be made: The certificate is bad.")]
    [InlineData("proxy refused", true, "the proxy did not let the call through to service.example port 8443: The proxy answered 407.")]
    [InlineData("connect timeout", true, "no connection to service.example port 8443 came about in time")]
    [InlineData("old framework: no such host", true, "could not be resolved")]
    [InlineData("old framework: no such proxy", true, "the name of the proxy on the way to service.example port 8443 could not be resolved")]
    [InlineData("old framework: refused", true, "no connection to service.example port 8443 could be made")]
    [InlineData("old framework: certificate not trusted", true, "no secure connection to service.example port 8443 could be made")]
    [InlineData("old framework: broken", false, "broke before an answer came")]
    [InlineData("reset", false, "broke before an answer came")]
    [InlineData("ended", false, "broke before an answer came")]
    [InlineData("a bare IOException", false, "broke before an answer came")]
    [InlineData("cancelled by nobody known", false, "broke before an answer came")]
    public async Task Says_what_failed_for_which_host_and_whether_anything_was_sent(string failure, bool nothingWasDone, string words)
    {
        using var handler = new FakeHandler(Failures[failure]);
        using var transport = new HttpTransport(new TransportOptions
        {
            Endpoint = new Uri("https://service.example:8443"),
            Handler = handler,
            Clock = new RecordingClock(),
        });

        var read = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));
        int triesOfRead = handler.Messages.Count;
        var write = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Of(RetryClass.Write)));

        Assert.Equal(PartnerErrorKind.ConnectionFailed, read.Kind);
        Assert.Equal(nothingWasDone, read.NothingWasDone);
        Assert.Contains(words, read.Message, StringComparison.Ordinal);
        Assert.NotNull(read.InnerException);
        Assert.Equal(nothingWasDone ? 3 : 5, triesOfRead);
        Assert.Equal(nothingWasDone ? PartnerErrorKind.ConnectionFailed : PartnerErrorKind.OutcomeUnknown, write.Kind);
        Assert.Equal(nothingWasDone ? 3 : 1, handler.Messages.Count - triesOfRead);
    }

    [Fact]
    public async Task A_port_that_refuses_is_told_as_such()
    {
        Uri nowhere = LoopbackServer.Nowhere;
        using var transport = new HttpTransport(new TransportOptions { Endpoint = nowhere, Clock = new RecordingClock() });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));

        Assert.True(thrown.NothingWasDone);
        Assert.Contains(FormattableString.Invariant($"no connection to 127.0.0.1 port {nowhere.Port} could be made"), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_does_not_speak_TLS_is_told_as_such()
    {
        using var server = new LoopbackServer((_, _) => Reply.Nothing, greeting: Reply.NoHttp);
        using var transport = Secure(server);

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Of(RetryClass.Write)));

        Assert.Equal(PartnerErrorKind.ConnectionFailed, thrown.Kind);
        Assert.True(thrown.NothingWasDone);
        Assert.Contains("no secure connection to 127.0.0.1", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_told_as_such_and_gets_no_token()
    {
        using X509Certificate2 certificate = SelfSigned();
        using var server = new LoopbackServer((_, _) => Reply.Ok(), certificate);
        using var transport = Secure(server);

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Of(RetryClass.Write)));

        Assert.Equal(PartnerErrorKind.ConnectionFailed, thrown.Kind);
        Assert.True(thrown.NothingWasDone);
        Assert.Contains("no secure connection to 127.0.0.1", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("certificate", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_told_with_the_status_that_came()
    {
        using var server = new LoopbackServer(Reply.CutShort);
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = new RecordingClock() });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));

        Assert.Contains("broke in the middle of the answer, whose status was 200", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_in_the_process_that_cuts_a_body_short_is_noticed()
    {
        using var handler = new FakeHandler((_, _) =>
        {
            HttpResponseMessage cut = FakeHandler.Json("""{"id":"k"}""");
            cut.Content.Headers.ContentLength = 500;
            return Task.FromResult(cut);
        });
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, Clock = new RecordingClock() });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Of(RetryClass.Write)));

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, thrown.Kind);
    }

    [Fact]
    public async Task What_is_no_failure_of_the_network_is_not_dressed_up_as_one()
    {
        using var handler = new FakeHandler(new InvalidTimeZoneException("a bug"));
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, Clock = new RecordingClock() });

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Calls.SendAsync(transport, Calls.Read()));
        Assert.Single(handler.Messages);
    }

    private static HttpTransport Secure(LoopbackServer server) => new(new TransportOptions
    {
        Endpoint = new Uri(FormattableString.Invariant($"https://127.0.0.1:{server.Port}")),
        TokenSource = new FixedToken("abc"),
        Clock = new RecordingClock(),
    });

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=nobody", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        // A key that lives in memory alone cannot serve on every platform.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
