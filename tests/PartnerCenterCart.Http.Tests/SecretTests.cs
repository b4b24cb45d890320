using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>The token reaches the service and nobody else.</summary>
public class SecretTests
{
    private const string Token = "very-secret.opaque_token-0123456789";

    [Theory]
    [InlineData("echoed in a fault")]
    [InlineData("reset")]
    [InlineData("cut short")]
    [InlineData("unreadable")]
    [InlineData("no HTTP")]
    [InlineData("refused")]
    public async Task No_note_and_no_exception_holds_the_token(string failure)
    {
        var log = new NoteLog(wantsContent: true);
        using var server = new LoopbackServer((request, _) => failure switch
        {
            "echoed in a fault" => Reply.Status(
                400,
                $$"""{"code":"1","description":"You sent {{request.Header("Authorization")}}."}""",
                "X-Echo: " + Token,
                "Set-Cookie: session=" + Token),
            "cut short" => Reply.CutShort,
            "unreadable" => Reply.Ok("{"),
            "no HTTP" => Reply.NoHttp,
            _ => Reply.Reset,
        });
        using var transport = new HttpTransport(new TransportOptions
        {
            Endpoint = failure == "refused" ? LoopbackServer.Nowhere : server.Endpoint,
            TokenSource = new FixedToken(Token),
            Clock = new RecordingClock(),
        });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Of(RetryClass.Replace, log)));

        Assert.All(server.Received, received => Assert.Equal("Bearer " + Token, received.Header("Authorization")));
        Assert.DoesNotContain(Token, thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, thrown.ServiceDescription ?? string.Empty, StringComparison.Ordinal);
        Assert.NotEmpty(log.Notes);
        Assert.All(log.Notes, note => Assert.DoesNotContain(Token, note.Content + note.Failure, StringComparison.Ordinal));
        Assert.All(
            log.Notes.Where(note => note.Kind == CallNoteKind.Sending),
            note => Assert.Contains("Authorization: Bearer ***\n", note.Content, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("very-secret\r\nX-Evil: 1")]
    [InlineData("very-secret tökén")]
    public async Task A_token_that_cannot_be_one_is_not_sent_and_not_shown(string token)
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, TokenSource = new FixedToken(token) });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Of(RetryClass.Write)));

        Assert.Equal(PartnerErrorKind.Unauthorized, thrown.Kind);
        Assert.True(thrown.NothingWasDone);
        Assert.DoesNotContain("very-secret", thrown.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task White_space_around_a_token_does_not_matter()
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, TokenSource = new FixedToken(" abc\r\n") });

        await Calls.SendAsync(transport, Calls.Read());

        Assert.Equal("Bearer abc", server.Received[0].Header("Authorization"));
    }

    [Fact]
    public async Task A_token_source_that_fails_is_told_as_such_and_nothing_is_sent()
    {
        using var server = new LoopbackServer(Reply.Ok());
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, TokenSource = new FailingSource() });

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Calls.SendAsync(transport, Calls.Of(RetryClass.Write)));

        Assert.Equal(PartnerErrorKind.Unauthorized, thrown.Kind);
        Assert.Contains("no access token could be had: The vault is locked.", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    private sealed class FailingSource : IPartnerTokenSource
    {
        public Task<string> GetTokenAsync(CancellationToken cancellationToken) => throw new HttpRequestException("The vault is locked.");
    }
}
