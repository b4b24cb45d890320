using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>What goes over the wire, byte for byte, and what is made of what comes back.</summary>
public class WireTests
{
    [Fact]
    public async Task A_call_carries_the_headers_of_the_contract_and_no_others()
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions
        {
            Endpoint = server.Endpoint,
            TokenSource = new FixedToken("abc.def"),
            ClientName = "PartnerCenterCart 1.2.3",
        });
        PartnerRequest request = Calls.Of(RetryClass.Write);

        await Calls.SendAsync(transport, request);

        string[] expected =
        [
            "Accept-Encoding: gzip, deflate, br",
            "Accept: application/json",
            "Authorization: Bearer abc.def",
            FormattableString.Invariant($"Content-Length: {Calls.CartBody.Length}"),
            "Content-Type: application/json",
            FormattableString.Invariant($"Host: 127.0.0.1:{server.Port}"),
            "MS-CorrelationId: " + request.Context.CorrelationId,
            "MS-PartnerCenter-Client: PartnerCenterCart 1.2.3",
            "MS-RequestId: " + request.RequestId,
            "User-Agent: PartnerCenterCart 1.2.3",
            "X-Locale: en-US",
        ];
        Assert.Equal(expected, server.Received[0].HeaderLines.Order(StringComparer.Ordinal));
        Assert.Equal("POST", server.Received[0].Method);
        Assert.Equal(Calls.CartBody, server.Received[0].Text);
    }

    [Fact]
    public async Task An_empty_post_says_that_it_is_empty_and_JSON()
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        await Calls.SendAsync(transport, Calls.Of(RetryClass.RepeatableWrite));

        Assert.Equal("0", server.Received[0].Header("Content-Length"));
        Assert.Equal("application/json", server.Received[0].Header("Content-Type"));
        Assert.Null(server.Received[0].Header("Transfer-Encoding"));
    }

    [Fact]
    public async Task A_get_has_no_body_headers_and_nothing_expects_a_continue()
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        await Calls.SendAsync(transport, Calls.Read());
        await Calls.SendAsync(transport, Calls.Of(RetryClass.Replace));

        Assert.Null(server.Received[0].Header("Content-Length"));
        Assert.Null(server.Received[0].Header("Content-Type"));
        Assert.All(server.Received, received => Assert.Null(received.Header("Expect")));
    }

    [Fact]
    public async Task A_route_that_needs_no_token_gets_none()
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, TokenSource = new FixedToken("abc") });
        var request = new PartnerRequest("emulator.reset", "POST", "/_emulator/reset", RetryClass.RepeatableWrite, new RequestContext()) { NeedsToken = false };

        await Calls.SendAsync(transport, request);

        Assert.Null(server.Received[0].Header("Authorization"));
    }

    [Fact]
    public async Task Headers_of_the_request_are_sent_as_they_are_and_win_over_the_general_ones()
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });
        var own = new Dictionary<string, string>
        {
            ["MS-ContinuationToken"] = "AQAAAA==,x/y=,z",
            ["If-Match"] = "\"eyJ2\"",
            ["accept"] = "application/pdf",
        };

        await Calls.SendAsync(transport, Calls.Read(headers: own));

        ReceivedRequest received = server.Received[0];
        Assert.Equal("AQAAAA==,x/y=,z", received.Header("MS-ContinuationToken"));
        Assert.Equal("\"eyJ2\"", received.Header("If-Match"));
        Assert.Equal("application/pdf", received.Header("Accept"));
    }

    [Fact]
    public async Task Headers_that_a_next_link_names_cannot_change_who_calls()
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, TokenSource = new FixedToken("abc") });
        var own = new Dictionary<string, string>
        {
            ["authorization"] = "Bearer other",
            ["Host"] = "elsewhere.example",
            ["ms-requestid"] = "other",
            ["Content-Length"] = "7",
            ["Expires"] = "0",
            ["no header at all"] = "x",
        };
        PartnerRequest request = Calls.Read(headers: own);

        await Calls.SendAsync(transport, request);

        ReceivedRequest received = server.Received[0];
        Assert.Equal("Bearer abc", received.Header("Authorization"));
        Assert.Equal(request.RequestId.ToString(), received.Header("MS-RequestId"));
        Assert.Equal(FormattableString.Invariant($"127.0.0.1:{server.Port}"), received.Header("Host"));
        Assert.Null(received.Header("Content-Length"));
    }

    [Theory]
    [InlineData("/v1/customers/a%2Fb/carts/c%3Ad%2e")]
    [InlineData("/v1//invoices/x/lineitems?provider=all&nvoicelineitemtype=BillingLineItems?seekOperation=Next")]
    [InlineData("/v1/customers?size=40&filter=%7B%22Field%22%3A%22CompanyName%22%7D")]
    [InlineData("/v1/products/DZH318Z0BPS6:0001:DZH318Z0BMTX")]
    [InlineData("/v1/a/../b/./c;d=(e)!*'$@,~")]
    [InlineData("/v1/x?y=\"<>|{}^`\\[]%zz%")]
    [InlineData("//double/start")]
    public async Task A_path_arrives_exactly_as_it_was_given(string path)
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        await Calls.SendAsync(transport, Calls.Read(path));

        Assert.Equal(path, server.Received[0].Target);
    }

    [Theory]
    [InlineData("/v1/x?name=Frå Sør", "/v1/x?name=Fr%C3%A5%20S%C3%B8r")]
    [InlineData("/v1/x?a=1\r\nHost: evil", "/v1/x?a=1%0D%0AHost:%20evil")]
    [InlineData("/v1/x?a=1#b", "/v1/x?a=1%23b")]
    public async Task Only_what_no_request_line_can_carry_is_escaped(string path, string target)
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        await Calls.SendAsync(transport, Calls.Read(path));

        Assert.Equal(target, server.Received[0].Target);
    }

    [Theory]
    [InlineData("/gateway")]
    [InlineData("/gateway/")]
    public async Task A_path_in_the_endpoint_is_kept(string root)
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = new Uri(server.Endpoint, root) });

        await Calls.SendAsync(transport, Calls.Read("/v1/orders"));

        Assert.Equal("/gateway/v1/orders", server.Received[0].Target);
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        using var server = new LoopbackServer(Reply.Gzip("""{"id":"packed"}"""));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        Assert.Equal("packed", (await Calls.SendAsync(transport, Calls.Read())).Id);
    }

    [Fact]
    public async Task A_compressed_answer_that_is_broken_is_unreadable()
    {
        using var server = new LoopbackServer(Reply.Status(200, "no gzip", "Content-Encoding: gzip"));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = new RecordingClock() });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, thrown.Kind);
    }

    [Fact]
    public async Task Headers_of_an_answer_are_found_whatever_their_case()
    {
        using var server = new LoopbackServer(Reply.Status(200, "{}", "MS-RequestId: a", "MS-RequestId: b", "Retry-After: not at all"));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        IReadOnlyDictionary<string, string> headers = await transport.SendAsync(Calls.Read(), answer => answer.Headers, default);

        Assert.Equal("a,b", headers["ms-requestID"]);
        Assert.Equal("not at all", headers["retry-after"]);
        Assert.Equal("application/json; charset=utf-8", headers["content-type"]);
        Assert.False(headers.ContainsKey("MS-CV"));
        Assert.Throws<KeyNotFoundException>(() => headers["MS-CV"]);
        Assert.Equal(headers.Count, headers.Keys.Distinct().Count());
        Assert.Contains("a,b", headers.Values);
    }

    [Fact]
    public async Task The_body_of_an_answer_is_whole_and_can_be_read_again()
    {
        using var server = new LoopbackServer(Reply.Ok(new string('x', 300_000)));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        long length = await transport.SendAsync(
            Calls.Read(),
            answer => answer.Body.Position == 0 && answer.Body.CanSeek ? answer.Body.Length : -1,
            default);

        Assert.Equal(300_000, length);
    }

    [Fact]
    public async Task Every_try_is_a_new_message_with_the_same_ids_and_the_same_body()
    {
        using var server = new LoopbackServer(Reply.Status(503), Reply.Reset, Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = new RecordingClock() });
        PartnerRequest request = Calls.Of(RetryClass.Replace);

        await Calls.SendAsync(transport, request);

        Assert.Equal(3, server.Received.Count);
        Assert.All(server.Received, received =>
        {
            Assert.Equal(request.RequestId.ToString(), received.Header("MS-RequestId"));
            Assert.Equal(request.Context.CorrelationId.ToString(), received.Header("MS-CorrelationId"));
            Assert.Equal(Calls.CartBody, received.Text);
        });
    }

    [Fact]
    public async Task A_message_is_never_sent_twice()
    {
        int tries = 0;
        using var handler = new FakeHandler((_, _) => ++tries < 3 ? throw new HttpRequestException("gone") : Task.FromResult(FakeHandler.Json()));
        using var transport = new HttpTransport(new TransportOptions { Handler = handler, Clock = new RecordingClock() });

        await Calls.SendAsync(transport, Calls.Of(RetryClass.Replace));

        Assert.Equal(3, handler.Messages.Distinct().Count());
    }

    [Fact]
    public async Task A_write_without_a_body_is_not_repeated_by_the_framework_either()
    {
        using var server = new LoopbackServer(Reply.Nothing);
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });
        var request = new PartnerRequest("things.delete", "DELETE", "/v1/things/1", RetryClass.Write, new RequestContext());

        await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, request));

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var other = new LoopbackServer(Reply.Ok());
        using var server = new LoopbackServer(Reply.Status(302, string.Empty, "Location: " + other.Endpoint));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = new RecordingClock() });

        await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Read()));

        Assert.Empty(other.Received);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        using var server = new LoopbackServer(Reply.Status(200, "{}", "Set-Cookie: a=b; Path=/"));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        await Calls.SendAsync(transport, Calls.Read());
        await Calls.SendAsync(transport, Calls.Read());

        Assert.Null(server.Received[1].Header("Cookie"));
    }

    [Fact]
    public async Task Parallel_calls_get_their_own_answers_and_transports_share_nothing()
    {
        using var server = new LoopbackServer((request, _) =>
            Reply.Ok($$"""{"id":"{{request.Header("MS-RequestId")}} {{request.Header("Authorization")}}"}"""));
        HttpTransport[] transports = Enumerable.Range(0, 2)
            .Select(i => new HttpTransport(new TransportOptions
            {
                Endpoint = server.Endpoint,
                TokenSource = new FixedToken("token" + i.ToString(CultureInfo.InvariantCulture)),
            }))
            .ToArray();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            {
                PartnerRequest request = Calls.Of(RetryClass.Write);

                Cart cart = await Calls.SendAsync(transports[i % 2], request);

                Assert.Equal(FormattableString.Invariant($"{request.RequestId} Bearer token{i % 2}"), cart.Id);
            }));
        }
        finally
        {
            Array.ForEach(transports, transport => transport.Dispose());
        }

        Assert.Equal(50, server.Received.Count);
    }

    [Fact]
    public async Task The_client_of_the_library_works_through_it()
    {
        using var server = new LoopbackServer(Reply.Status(201, """{"id":"b4c8fdea-cbe4-4d17-9576-13fcacbf9605"}"""));
        using var client = new PartnerClient(new HttpTransport(new TransportOptions { Endpoint = server.Endpoint }));

        Cart cart = await client.Customers.ById("d6bf25b7-e0a8-4f2d-a31b-97b55cfc774d").Carts.ById("b4c8fdea-cbe4-4d17-9576-13fcacbf9605").GetAsync();

        Assert.Equal("b4c8fdea-cbe4-4d17-9576-13fcacbf9605", cart.Id);
        Assert.Equal("/v1/customers/d6bf25b7-e0a8-4f2d-a31b-97b55cfc774d/carts/b4c8fdea-cbe4-4d17-9576-13fcacbf9605", server.Received[0].Target);
    }
}
