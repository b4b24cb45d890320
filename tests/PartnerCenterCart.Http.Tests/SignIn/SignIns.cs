using System;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.IdentityPlatform;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Sign-ins against the fake identity platform.</summary>
internal static class SignIns
{
    public const string Application = "f0000000-0000-4000-8000-00000000000f";
    public const string Tenant = "a1000000-0000-4000-8000-000000000001";

    public static SignInOptions Options(FakeIdentityPlatform platform, SignInMode mode, Action<SignInOptions>? change = null)
    {
        var options = new SignInOptions
        {
            Mode = mode,
            Tenant = Tenant,
            ApplicationId = Application,
            Secret = mode is SignInMode.Application or SignInMode.RefreshToken or SignInMode.AuthorizationCode ? platform.Secret : null,
            Handler = new PlatformHandler(platform),
        };
        change?.Invoke(options);
        return options;
    }

    public static async Task<TokenAnswer> AcquireAsync(SignInOptions options, TokenResource resource = TokenResource.PartnerCenter)
    {
        using ISignIn signIn = new SignInFactory().Create(options);
        return await signIn.AcquireAsync(resource, false, CancellationToken.None);
    }

    public static Task<PartnerException> RefusedAsync(SignInOptions options) => Assert.ThrowsAsync<PartnerException>(() => AcquireAsync(options));

    /// <summary>A browser in which a person signs in at once: follows the redirect back to this machine.</summary>
    public static Func<Uri, Task> Browser(FakeIdentityPlatform platform) => address =>
    {
        FakeAnswer answer = platform.Answer("GET", address.PathAndQuery, [], string.Empty);
        _ = Task.Run(async () =>
        {
            var back = new Uri(answer.Headers["Location"]);
            string request = answer.Status == 302
                ? $"GET {back.PathAndQuery} HTTP/1.1\r\nHost: {back.Authority}\r\n\r\n"
                : $"POST / HTTP/1.1\r\nHost: {back.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {answer.Body.Length}\r\n\r\n{answer.Body}";
            using System.Net.Sockets.TcpClient client = await ConnectAsync(back.Port);
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(request));
            using var page = new System.IO.StreamReader(client.GetStream());
            await page.ReadToEndAsync();
        });
        return Task.CompletedTask;
    };

    /// <summary>The library opens the browser before it listens; a person is slow enough for that, a test is not.</summary>
    private static async Task<System.Net.Sockets.TcpClient> ConnectAsync(int port)
    {
        // Whoever connects while the runtime's listener is still being made makes it fail (a null in HttpEndPointListener's
        // constructor): it is looked at some more times after it was seen, each of which takes longer than the rest of that constructor.
        for (int seen = 0; seen < 20;)
        {
            bool listens = Array.Exists(System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), listener => listener.Port == port);
            seen = listens ? seen + 1 : 0;
            await Task.Yield();
        }

        while (true)
        {
            var client = new System.Net.Sockets.TcpClient();
            try
            {
                await client.ConnectAsync(System.Net.IPAddress.Loopback, port);
                return client;
            }
            catch (System.Net.Sockets.SocketException)
            {
                client.Dispose();
                await Task.Yield();
            }
        }
    }
}
