using System;

namespace PartnerCenterCart.Http;

/// <summary>Finds the traffic that a transport's calls belong to. The tenant may become known while the transport lives.</summary>
internal sealed class TrafficSource
{
    private readonly TenantTraffic? own;
    private readonly Func<string?>? tenant;
    private readonly Func<string?, TenantTraffic>? find;
    private Known? known;

    public TrafficSource(TransportOptions options, TrafficRegistry registry)
    {
        // What is no network is its own service; and moments of different clocks cannot be compared.
        own = options.Handler != null || options.Clock is not SystemClock ? new TenantTraffic(options.Clock) : null;
        tenant = options.PartnerTenant;
        find = now => registry.Of(options.Endpoint, now);
    }

    /// <summary>For transports that are known to share.</summary>
    public TrafficSource(TenantTraffic own) => this.own = own;

    public TenantTraffic Current
    {
        get
        {
            if (own != null)
            {
                return own;
            }

            string? now = tenant?.Invoke();
            Known? seen = known;
            if (seen == null || !string.Equals(seen.Tenant, now, StringComparison.Ordinal))
            {
                known = seen = new Known(now, find!(now));
            }

            return seen.Traffic;
        }
    }

    private sealed class Known
    {
        public Known(string? tenant, TenantTraffic traffic)
        {
            Tenant = tenant;
            Traffic = traffic;
        }

        public string? Tenant { get; }

        public TenantTraffic Traffic { get; }
    }
}
