using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace PartnerCenterCart.Http.Tests;

/// <summary>What the loopback server does with a request: the bytes that it writes and what becomes of the connection.</summary>
internal sealed record Reply(byte[] Bytes, ReplyEnd End)
{
    /// <summary>Resets the connection before a single byte of an answer.</summary>
    public static Reply Reset { get; } = new([], ReplyEnd.Reset);

    /// <summary>Closes the connection in order, before a single byte of an answer.</summary>
    public static Reply Nothing { get; } = new([], ReplyEnd.Close);

    /// <summary>Never answers.</summary>
    public static Reply Silence { get; } = new([], ReplyEnd.Silence);

    /// <summary>Declares more bytes than it sends.</summary>
    public static Reply CutShort { get; } =
        new(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id\":"), ReplyEnd.Close);

    /// <summary>Chunks without the last one.</summary>
    public static Reply CutShortInChunks { get; } =
        new(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"id\":\r\n"), ReplyEnd.Close);

    /// <summary>Something else speaks on this port.</summary>
    public static Reply NoHttp { get; } = new(Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.6\r\n"), ReplyEnd.Close);

    public static Reply Ok(string body = "{}") => Status(200, body);

    public static Reply Status(int status, string body = "", params string[] headers) =>
        Status(status, Encoding.UTF8.GetBytes(body), headers);

    public static Reply Gzip(string body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(body));
        }

        return Status(200, packed.ToArray(), "Content-Encoding: gzip");
    }

    public static Reply Status(int status, byte[] body, params string[] headers)
    {
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Said"),
            "Content-Type: application/json; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"),
            .. headers,
        ];
        string head = string.Concat(lines.Select(line => line + "\r\n")) + "\r\n";
        return new Reply([.. Encoding.ASCII.GetBytes(head), .. body], ReplyEnd.KeepAlive);
    }
}
