using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>What a browser does on the address that it was sent back to, besides bringing the code.</summary>
public sealed class LoopbackTests : IDisposable
{
    private readonly LoopbackReceiver receiver = new();

    [Fact]
    public async Task A_connection_that_says_nothing_does_not_hold_up_the_code()
    {
        Task<string> waiting = receiver.WaitAsync(new SignInOptions(), CancellationToken.None);
        using TcpClient silent = await ConnectAsync();
        using TcpClient talking = await ConnectAsync();
        await SayAsync(talking, $"GET /?code=abc&state={WebUtility.UrlEncode(receiver.State)} HTTP/1.1\r\n\r\n");

        Assert.Equal("abc", await waiting);
    }

    [Fact]
    public async Task A_connection_that_is_dropped_does_not_end_the_sign_in()
    {
        Task<string> waiting = receiver.WaitAsync(new SignInOptions(), CancellationToken.None);
        using (TcpClient dropped = await ConnectAsync())
        {
            await SayAsync(dropped, "GET / HT");
            dropped.LingerState = new LingerOption(true, 0);
        }

        using TcpClient talking = await ConnectAsync();
        await SayAsync(talking, $"GET /?code=abc&state={WebUtility.UrlEncode(receiver.State)} HTTP/1.1\r\n\r\n");

        Assert.Equal("abc", await waiting);
    }

    [Fact]
    public async Task A_code_with_another_state_is_refused_and_the_wait_goes_on()
    {
        Task<string> waiting = receiver.WaitAsync(new SignInOptions(), CancellationToken.None);
        using TcpClient stranger = await ConnectAsync();
        await SayAsync(stranger, "GET /?code=theirs&state=guess HTTP/1.1\r\n\r\n");
        using var page = new StreamReader(stranger.GetStream(), Encoding.ASCII);
        Assert.Contains("404", await page.ReadLineAsync(CancellationToken.None), StringComparison.Ordinal);
        using TcpClient talking = await ConnectAsync();
        await SayAsync(talking, $"GET /?code=ours&state={WebUtility.UrlEncode(receiver.State)} HTTP/1.1\r\n\r\n");

        Assert.Equal("ours", await waiting);
    }

    [Fact]
    public async Task Stopping_ends_the_wait_with_connections_open()
    {
        using var stop = new CancellationTokenSource();
        Task<string> waiting = receiver.WaitAsync(new SignInOptions(), stop.Token);
        using TcpClient silent = await ConnectAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    public void Dispose() => receiver.Dispose();

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(receiver.RedirectUri).Port, CancellationToken.None);
        return client;
    }

    private static Task SayAsync(TcpClient client, string text) =>
        client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), CancellationToken.None).AsTask();
}
