using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PartnerCenterCart.Emulation.Host;

/// <summary>An emulator behind Kestrel on the loopback address; tests start one in their own process.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private EmulatorHost(WebApplication application, Uri address)
    {
        this.application = application;
        Address = address;
    }

    /// <summary>Where it listens, with the port that it was given.</summary>
    public Uri Address { get; }

    /// <summary>Binds 127.0.0.1 and nothing else; port 0 takes a free one. The emulator stays the caller's.</summary>
    public static async Task<EmulatorHost> StartAsync(PartnerCenterEmulator emulator, int port, CancellationToken cancellationToken = default)
    {
        // Slim, without logging, routing or configuration files: a request costs Kestrel and the emulator, nothing else.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        WebApplication application = builder.Build();
        application.Run(new KestrelDoor(emulator).InvokeAsync);
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new EmulatorHost(application, new Uri(address));
    }

    /// <summary>Returns when the process is told to stop (SIGTERM, Ctrl+C) or <see cref="Stop"/> was called.</summary>
    public Task WaitForShutdownAsync() => application.WaitForShutdownAsync();

    /// <summary>Ends <see cref="WaitForShutdownAsync"/>.</summary>
    public void Stop() => application.Lifetime.StopApplication();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();
}
