using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>What an observer hears.</summary>
public class NoteTests
{
    [Fact]
    public async Task An_observer_hears_every_step_in_order()
    {
        var log = new NoteLog();
        using var server = new LoopbackServer(Reply.Reset, Reply.Status(503), Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = new RecordingClock() });
        PartnerRequest request = Calls.Of(RetryClass.Replace, log);

        await Calls.SendAsync(transport, request);

        Assert.Equal(
            [
                "Sending 1", "Lost 1", "Waiting 1",
                "Sending 2", "Answered 2 503", "Waiting 2",
                "Sending 3", "Answered 3 200",
            ],
            log.Notes.Select(note => FormattableString.Invariant($"{note.Kind} {note.TryNumber} {note.StatusCode}").TrimEnd()));
        Assert.All(log.Notes, note => Assert.Same(request, note.Request));
        Assert.All(log.Notes, note => Assert.Null(note.Content));
        Assert.All(log.Notes.Where(note => note.Kind is CallNoteKind.Answered or CallNoteKind.Lost), note => Assert.True(note.Elapsed > TimeSpan.Zero));
        Assert.Equal(PartnerErrorKind.ConnectionFailed, log.Notes[1].Failure!.Kind);
    }

    [Fact]
    public async Task An_observer_that_wants_content_gets_headers_and_bodies_and_the_body_is_still_read()
    {
        var log = new NoteLog(wantsContent: true);
        using var server = new LoopbackServer(Reply.Status(201, """{"id":"k"}""", "MS-CV: x.0"));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, TokenSource = new FixedToken("abc") });
        PartnerRequest request = Calls.Of(RetryClass.Write, log);

        Cart cart = await Calls.SendAsync(transport, request);

        Assert.Equal("k", cart.Id);
        string sent = log.Notes[0].Content!;
        Assert.StartsWith("POST " + server.Endpoint.OriginalString + "/v1/customers/c/carts\n", sent, StringComparison.Ordinal);
        Assert.Contains("MS-RequestId: " + request.RequestId, sent, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer ***", sent, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json\n", sent, StringComparison.Ordinal);
        Assert.EndsWith("\n\n" + Calls.CartBody, sent, StringComparison.Ordinal);
        string came = log.Notes[1].Content!;
        Assert.StartsWith("201 Said\n", came, StringComparison.Ordinal);
        Assert.Contains("MS-CV: x.0\n", came, StringComparison.Ordinal);
        Assert.EndsWith("\n\n{\"id\":\"k\"}", came, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_told_by_its_size()
    {
        var log = new NoteLog(wantsContent: true);
        using var handler = new FakeHandler((_, _) =>
        {
            var pdf = new System.Net.Http.HttpResponseMessage { Content = new System.Net.Http.ByteArrayContent(new byte[1234]) };
            pdf.Content.Headers.ContentType = new("application/pdf");
            return Task.FromResult(pdf);
        });
        using var transport = new HttpTransport(new TransportOptions { Handler = handler });

        await transport.SendAsync(Calls.Read(observer: log), _ => true, default);

        Assert.EndsWith("(1234 bytes)", log.Notes[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_body_is_shortened()
    {
        var log = new NoteLog(wantsContent: true);
        using var server = new LoopbackServer(Reply.Ok("\"" + new string('x', 1_000_000) + "\""));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint });

        await transport.SendAsync(Calls.Read(observer: log), _ => true, default);

        string came = log.Notes[1].Content!;
        Assert.True(came.Length < 70_000);
        Assert.EndsWith("more characters)", came, StringComparison.Ordinal);
    }
}
