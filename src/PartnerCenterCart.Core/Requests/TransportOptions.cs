using System;
using System.Net.Http;

namespace PartnerCenterCart;

/// <summary>What a transport needs to know.</summary>
public sealed class TransportOptions
{
    /// <summary>Endpoint of the global cloud (contract: behaviours.md, section 1).</summary>
    public static readonly Uri GlobalEndpoint = new("https://api.partnercenter.microsoft.com");

    /// <summary>Scheme and host of the service.</summary>
    public Uri Endpoint { get; set; } = GlobalEndpoint;

    /// <summary>The cloud, which says where Microsoft Graph is, and whether it has the reconciliation exports.</summary>
    public CloudEnvironment Environment { get; set; } = CloudEnvironment.Global;

    /// <summary>Where tokens come from; null sends none.</summary>
    public IPartnerTokenSource? TokenSource { get; set; }

    /// <summary>Takes the place of the network, for an emulator or a test; the transport disposes of it.</summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>Time; the emulator brings its own.</summary>
    public IClock Clock { get; set; } = new SystemClock();

    /// <summary>
    /// The partner's tenant, asked for each call because it may become known only by signing in: all connections of a tenant keep to
    /// one limit together. Null, and null as an answer: those whose tenant nobody knows count as one for each endpoint.
    /// </summary>
    public Func<string?>? PartnerTenant { get; set; }

    /// <summary>How long one try may take. The archived SDK waited three minutes for the whole call.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Name and version sent as MS-PartnerCenter-Client and User-Agent.</summary>
    public string ClientName { get; set; } = "PartnerCenterCart";

    /// <summary>
    /// Where calls of Microsoft Graph go: an emulator serves its routes beside its own. Null where the cloud has none for us.
    /// </summary>
    internal Uri? GraphEndpoint => !Environment.HasGraphReconciliation ? null : Endpoint is { IsAbsoluteUri: true, IsLoopback: true } ? Endpoint : new Uri(Environment.GraphAudience);
}
