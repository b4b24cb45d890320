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

// .NET Framework has no forms of these calls that take a token or a span; closing what they wait for ends them on both.
#pragma warning disable CA1835, CA1846, CA2016

namespace PartnerCenterCart.Http;

/// <summary>Waits on this machine for the browser to bring the code. Only an answer with the state that was sent counts.</summary>
internal sealed class LoopbackReceiver : IDisposable
{
    private const int LongestText = 16 * 1024;
    private const string LengthHeader = "Content-Length:";

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
        var arrived = new TaskCompletionSource<Dictionary<string, string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using CancellationTokenRegistration stop = cancellationToken.Register(() =>
        {
            arrived.TrySetCanceled(cancellationToken);
            listener.Stop();
        });
        Task accepting = AcceptAsync(arrived, reading.Token);
        Dictionary<string, string> query;
        try
        {
            query = await arrived.Task.ConfigureAwait(false);
        }
        finally
        {
            // Whoever has said nothing by now is not the one we waited for.
            reading.Cancel();
            listener.Stop();
            await accepting.ConfigureAwait(false);
        }

        return query.TryGetValue("code", out string? code)
            ? code
            : throw SignInFailure.Declined(query.TryGetValue("error", out string? error) ? error : "no code came back", query.TryGetValue("error_description", out string? why) ? why : null, options);
    }

    public void Dispose() => listener.Stop();

    // A browser may open connections that it says nothing on, or drops: each is heard by itself, and none holds up another.
    private async Task AcceptAsync(TaskCompletionSource<Dictionary<string, string>> arrived, CancellationToken cancellationToken)
    {
        var heard = new List<Task>();
        while (!arrived.Task.IsCompleted)
        {
            try
            {
                heard.Add(HearAsync(await listener.AcceptTcpClientAsync().ConfigureAwait(false), arrived, cancellationToken));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Stopped, unless nothing has arrived: then this machine refuses to listen.
                arrived.TrySetException(e);
            }
        }

        await Task.WhenAll(heard).ConfigureAwait(false);
    }

    private async Task HearAsync(TcpClient client, TaskCompletionSource<Dictionary<string, string>> arrived, CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                Dictionary<string, string> query = await ReadAsync(client, cancellationToken).ConfigureAwait(false);
                bool isOurs = query.TryGetValue("state", out string? state) && state == State;
                Task answering = AnswerAsync(client, isOurs, CancellationToken.None);
                if (isOurs)
                {
                    // What it brought counts even when the browser does not wait for the page.
                    arrived.TrySetResult(query);
                }

                await answering.ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Gone before it had said anything of use.
            }
        }
    }

    private static async Task<Dictionary<string, string>> ReadAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration stop = cancellationToken.Register(client.Dispose);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, false, 1024, leaveOpen: true);
        string start = await reader.ReadLineAsync().ConfigureAwait(false) ?? string.Empty;
        int length = 0;
        for (string? line = start; !string.IsNullOrEmpty(line); line = await reader.ReadLineAsync().ConfigureAwait(false))
        {
            if (line!.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
            {
                length = int.TryParse(line.Substring(LengthHeader.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int sent) && sent is > 0 and <= LongestText ? sent : 0;
            }
        }

        // The sign-in library asks for form_post, so that the code stays out of the browser's history; a redirect is fine too.
        char[] form = new char[length];
        int read = length == 0 ? 0 : await reader.ReadBlockAsync(form, 0, length).ConfigureAwait(false);
        string[] parts = start.Split(' ');
        int query = parts.Length == 3 ? parts[1].IndexOf('?') : -1;
        return Values(read > 0 ? new string(form, 0, read) : query < 0 ? string.Empty : parts[1].Substring(query + 1));
    }

    private static Dictionary<string, string> Values(string text) => text.Length > LongestText
        ? []
        : text.Split('&').Select(pair => pair.Split(['='], 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => WebUtility.UrlDecode(group.First()[1]), StringComparer.Ordinal);

    private static async Task AnswerAsync(TcpClient client, bool isOurs, CancellationToken cancellationToken)
    {
        string body = isOurs ? "<html><body>The sign-in is done here. Close this window and go back to PowerShell.</body></html>" : string.Empty;
        string head = string.Format(
            CultureInfo.InvariantCulture, "HTTP/1.1 {0}\r\nContent-Type: text/html\r\nContent-Length: {1}\r\nConnection: close\r\n\r\n", isOurs ? "200 OK" : "404 Not Found", body.Length);
        byte[] bytes = Encoding.ASCII.GetBytes(head + body);
        await client.GetStream().WriteAsync(bytes, 0, bytes.Length, cancellationToken).ConfigureAwait(false);
    }
}
