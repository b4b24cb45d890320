using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

// .NET Framework has no forms of these calls that take a token; closing what they wait for ends them on both.
#pragma warning disable CA1835, CA2016

namespace PartnerCenterCart.Http;

/// <summary>Waits on this machine for the browser to bring the code. Only an answer with the state that was sent counts.</summary>
internal sealed class LoopbackReceiver : IDisposable
{
    private const int LongestLine = 16 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public LoopbackReceiver()
    {
        listener.Start();
        byte[] random = new byte[24];
        using (var source = RandomNumberGenerator.Create())
        {
            source.GetBytes(random);
        }

        State = Convert.ToBase64String(random).Replace('+', '-').Replace('/', '_');
        RedirectUri = string.Format(CultureInfo.InvariantCulture, "http://localhost:{0}", ((IPEndPoint)listener.LocalEndpoint).Port);
    }

    public string RedirectUri { get; }

    public string State { get; }

    public async Task<string> WaitAsync(SignInOptions options, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration stop = cancellationToken.Register(listener.Stop);
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync().ConfigureAwait(false);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }

            using (client)
            {
                Dictionary<string, string> query = await ReadAsync(client, cancellationToken).ConfigureAwait(false);
                bool isOurs = query.TryGetValue("state", out string? state) && state == State;
                await AnswerAsync(client, isOurs, cancellationToken).ConfigureAwait(false);
                if (isOurs && query.TryGetValue("code", out string? code))
                {
                    return code;
                }

                if (isOurs)
                {
                    throw SignInFailure.Declined(query.TryGetValue("error", out string? error) ? error : "no code came back", query.TryGetValue("error_description", out string? why) ? why : null, options);
                }
            }
        }
    }

    public void Dispose() => listener.Stop();

    private static async Task<Dictionary<string, string>> ReadAsync(TcpClient client, CancellationToken cancellationToken)
    {
        // A browser may open connections that it says nothing on; one that is silent must not hold up the other.
        client.ReceiveTimeout = 5000;
        using CancellationTokenRegistration stop = cancellationToken.Register(client.Dispose);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, false, 1024, leaveOpen: true);
        string line = await reader.ReadLineAsync().ConfigureAwait(false) ?? string.Empty;
        string[] parts = line.Length > LongestLine ? [] : line.Split(' ');
        int start = parts.Length == 3 ? parts[1].IndexOf('?') : -1;
        return start < 0
            ? []
            : parts[1].Substring(start + 1).Split('&').Select(pair => pair.Split(['='], 2)).Where(pair => pair.Length == 2)
                .GroupBy(pair => pair[0], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => WebUtility.UrlDecode(group.First()[1]), StringComparer.Ordinal);
    }

    private static async Task AnswerAsync(TcpClient client, bool isOurs, CancellationToken cancellationToken)
    {
        string body = isOurs ? "<html><body>The sign-in is done here. Close this window and go back to PowerShell.</body></html>" : string.Empty;
        string head = string.Format(
            CultureInfo.InvariantCulture, "HTTP/1.1 {0}\r\nContent-Type: text/html\r\nContent-Length: {1}\r\nConnection: close\r\n\r\n", isOurs ? "200 OK" : "404 Not Found", body.Length);
        byte[] bytes = Encoding.ASCII.GetBytes(head + body);
        await client.GetStream().WriteAsync(bytes, 0, bytes.Length, cancellationToken).ConfigureAwait(false);
    }
}
