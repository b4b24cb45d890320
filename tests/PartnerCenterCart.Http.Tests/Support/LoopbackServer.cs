using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>
/// A server on loopback that keeps what came byte for byte and can break off where a well-behaved server never would.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    // Before Nowhere, which binds it; open as long as the tests run.
    private static readonly Socket Silent = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<ReceivedRequest> received = new();
    private readonly Func<ReceivedRequest, int, Reply> answer;
    private readonly X509Certificate2? certificate;
    private readonly Reply? greeting;
    private int count;

    /// <param name="answer">The reply to a request and its number, counted from 1 over all connections.</param>
    /// <param name="certificate">Speaks TLS with it.</param>
    /// <param name="greeting">Speaks first, as an SSH server would, and hangs up.</param>
    public LoopbackServer(Func<ReceivedRequest, int, Reply> answer, X509Certificate2? certificate = null, Reply? greeting = null)
    {
        this.answer = answer;
        this.certificate = certificate;
        this.greeting = greeting;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    /// <summary>Replies one by one; the last repeats.</summary>
    public LoopbackServer(params Reply[] replies)
        : this((_, number) => replies[Math.Min(number, replies.Length) - 1])
    {
    }

    public int Port { get; }

    public Uri Endpoint => new(FormattableString.Invariant($"http://127.0.0.1:{Port}"));

    public IReadOnlyList<ReceivedRequest> Received => [.. received];

    /// <summary>An endpoint that refuses: its port is taken, so that no other test gets it, but nobody listens.</summary>
    public static Uri Nowhere { get; } = Taken();

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        stopping.Dispose();
    }

    private static Uri Taken()
    {
        Silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri(FormattableString.Invariant($"http://{Silent.LocalEndPoint}"));
    }

    private static async Task<string?> ReadLineAsync(Stream stream, CancellationToken stop)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    private static async Task<ReceivedRequest?> ReadRequestAsync(Stream stream, CancellationToken stop)
    {
        if (await ReadLineAsync(stream, stop) is not { Length: > 0 } first)
        {
            return null;
        }

        var lines = new List<string>();
        while (await ReadLineAsync(stream, stop) is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        string[] parts = first.Split(' ');
        var request = new ReceivedRequest(parts[0], parts.ElementAtOrDefault(1) ?? string.Empty, lines, []);
        var body = new byte[int.TryParse(request.Header("Content-Length"), out int length) ? length : 0];
        await stream.ReadExactlyAsync(body, stop);
        return request with { Body = body };
    }

    private async Task AcceptAsync()
    {
        CancellationToken stop = stopping.Token;
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop), stop);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                Stream stream = await OpenAsync(client, stop);
                if (greeting != null)
                {
                    await stream.WriteAsync(greeting.Bytes, stop);
                    await stream.FlushAsync(stop);
                    return;
                }

                while (await ReadRequestAsync(stream, stop) is { } request)
                {
                    received.Enqueue(request);
                    Reply reply = answer(request, Interlocked.Increment(ref count));
                    await stream.WriteAsync(reply.Bytes, stop);
                    await stream.FlushAsync(stop);
                    if (reply.End == ReplyEnd.Silence)
                    {
                        await Task.Delay(Timeout.Infinite, stop);
                    }

                    if (reply.End == ReplyEnd.Reset)
                    {
                        // The socket itself: disposing of the stream would close it in order first.
                        client.LingerState = new LingerOption(true, 0);
                        client.Client.Dispose();
                    }

                    if (reply.End != ReplyEnd.KeepAlive)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client, CancellationToken stop)
    {
        if (certificate == null)
        {
            return new BufferedStream(client.GetStream());
        }

        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
        return secure;
    }
}
