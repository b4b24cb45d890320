using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Threading;
using Microsoft.Identity.Client;
using PartnerCenterCart.IdentityPlatform;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Figures for benchmarks/SignIn.ps1, which has no access to what is internal here.</summary>
public static class SignInBenchmark
{
    /// <summary>Milliseconds: first token, the library's, cached token, the library's; medians.</summary>
    public static double[] Run(int first, int cached)
    {
        var platform = new FakeIdentityPlatform();
        var ours = new List<double>();
        var library = new List<double>();
        for (int turn = 0; turn < first; turn++)
        {
            ours.Add(Time(() =>
            {
                using SignInTokenSource source = Source(platform);
                source.GetTokenAsync(CancellationToken.None).GetAwaiter().GetResult();
            }));
            library.Add(Time(() => Acquire(Application(platform))));
        }

        using SignInTokenSource warm = Source(platform);
        IConfidentialClientApplication application = Application(platform);
        double ourCached = Time(() => warm.GetTokenAsync(CancellationToken.None).GetAwaiter().GetResult(), cached);
        double itsCached = Time(() => Acquire(application), cached);
        return [Median(ours), Median(library), ourCached, itsCached];
    }

    private static SignInTokenSource Source(FakeIdentityPlatform platform) => new(
        new SignInFactory().Create(SignIns.Options(platform, SignInMode.Application, options => options.Tenant = Guid.NewGuid().ToString())), new SystemClock(), PartnerTokenKind.AppOnly);

    private static IConfidentialClientApplication Application(FakeIdentityPlatform platform) =>
        ConfidentialClientApplicationBuilder.Create(SignIns.Application).WithClientSecret(platform.Secret)
            .WithAuthority($"https://login.microsoftonline.com/{Guid.NewGuid()}/", false).WithInstanceDiscovery(false).WithHttpClientFactory(new Factory(platform)).Build();

    private static void Acquire(IConfidentialClientApplication application) =>
        application.AcquireTokenForClient(["https://api.partnercenter.microsoft.com/.default"]).ExecuteAsync().GetAwaiter().GetResult();

    private static double Time(Action action, int times = 1)
    {
        if (times > 1)
        {
            action();
        }

        long start = Stopwatch.GetTimestamp();
        for (int time = 0; time < times; time++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
    }

    private static double Median(List<double> values) => values.OrderBy(value => value).ElementAt(values.Count / 2);

#pragma warning disable CA1001 // Lives as long as the measurement.
    private sealed class Factory(FakeIdentityPlatform platform) : IMsalHttpClientFactory
    {
        private readonly HttpClient client = new(new PlatformHandler(platform));

        public HttpClient GetHttpClient() => client;
    }
}
