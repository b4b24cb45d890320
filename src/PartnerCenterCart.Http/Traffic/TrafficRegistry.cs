using System;
using System.Collections.Concurrent;

namespace PartnerCenterCart.Http;

/// <summary>
/// The traffic of the process, by endpoint and partner tenant. It is kept for as long as the process lives: who disconnects and connects
/// again meets the same limits. It stands here and not in Core, which remembers nothing between connections.
/// </summary>
internal sealed class TrafficRegistry
{
    private readonly ConcurrentDictionary<string, TenantTraffic> all = new(StringComparer.OrdinalIgnoreCase);

    public static TrafficRegistry OfProcess { get; } = new();

    /// <param name="endpoint">Scheme and host of the service.</param>
    /// <param name="tenant">Null: those whose tenant nobody knows count as one.</param>
    public TenantTraffic Of(Uri endpoint, string? tenant) => all.GetOrAdd(
        endpoint.GetLeftPart(UriPartial.Authority) + " " + tenant,
        // On this machine can only be an emulator, which says itself when it is too much; its tests need not take minutes.
        _ => new TenantTraffic(new SystemClock(), keepsDocumentedLimits: !endpoint.IsLoopback));
}
