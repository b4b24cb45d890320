using System;
using System.Net.Http;
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
            using var client = new HttpClient();
            var back = new Uri(answer.Headers["Location"]);
            using var form = new StringContent(answer.Body, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
            using HttpResponseMessage page = answer.Status == 302 ? await client.GetAsync(back) : await client.PostAsync(back, form);
        });
        return Task.CompletedTask;
    };
}
