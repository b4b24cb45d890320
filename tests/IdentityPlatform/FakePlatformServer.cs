#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.IdentityPlatform;

/// <summary>The fake identity platform over real HTTPS on loopback, with a certificate made for the occasion; plain for managed identities.</summary>
public sealed class FakePlatformServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly FakeIdentityPlatform platform;
    private readonly X509Certificate2? certificate;

    public FakePlatformServer(FakeIdentityPlatform platform, bool secure = true)
    {
        this.platform = platform;
        certificate = secure ? Make() : null;
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Address = (secure ? "https" : "http") + "://localhost:" + port.ToString(CultureInfo.InvariantCulture);
        _ = Task.Run(AcceptAsync);
    }

    public string Address { get; }

    /// <summary>For SSL_CERT_FILE of a process that shall trust it.</summary>
    public string Pem => certificate?.ExportCertificatePem() ?? "";

    public string Thumbprint => certificate?.Thumbprint ?? "";

    /// <summary>Where an application is needed that proves itself with a certificate: a PFX file.</summary>
    public static byte[] MakePfx(string password)
    {
        using X509Certificate2 made = Make();
        return made.Export(X509ContentType.Pfx, password);
    }

    public void Dispose()
    {
        stopping.Cancel();
        listener.Stop();
        certificate?.Dispose();
        stopping.Dispose();
    }

    private static X509Certificate2 Make()
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(7));
#pragma warning disable SYSLIB0057
        return new X509Certificate2(made.Export(X509ContentType.Pfx), (string?)null, X509KeyStorageFlags.Exportable);
#pragma warning restore SYSLIB0057
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync(stopping.Token);
            }
            catch (Exception)
            {
                return;
            }

            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                Stream stream = client.GetStream();
                if (certificate != null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(certificate);
                    stream = secure;
                }

                while (await ServeOneAsync(stream))
                {
                }
            }
        }
        catch (Exception)
        {
            // The other side has gone, or does not trust us: both are its own affair.
        }
    }

    private async Task<bool> ServeOneAsync(Stream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one.AsMemory(), stopping.Token) == 0)
            {
                return false;
            }

            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (int index = 1; index < lines.Length; index++)
        {
            string[] parts = lines[index].Split(':', 2);
            headers[parts[0]] = parts[1].Trim();
        }

        byte[] body = new byte[headers.TryGetValue("Content-Length", out string? length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body.AsMemory(), stopping.Token);
        string[] start = lines[0].Split(' ');
        FakeAnswer answer = platform.Answer(start[0], start[1], headers, Encoding.UTF8.GetString(body));
        byte[] content = Encoding.UTF8.GetBytes(answer.Body);
        var reply = new StringBuilder().Append("HTTP/1.1 ").Append(answer.Status).Append(" X\r\nContent-Type: application/json\r\nContent-Length: ").Append(content.Length).Append("\r\n");
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            reply.Append(header.Key).Append(": ").Append(header.Value).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(reply.Append("\r\n").ToString()).AsMemory(), stopping.Token);
        await stream.WriteAsync(content.AsMemory(), stopping.Token);
        await stream.FlushAsync(stopping.Token);
        return true;
    }
}
