using System;
using System.Collections.Concurrent;

namespace PartnerCenterCart.Http;

/// <summary>What all connections of one partner tenant share: the limits of the service, and the knowledge whether it is down.</summary>
internal sealed class TenantTraffic
{
    private readonly IClock clock;
    private readonly bool keepsDocumentedLimits;
    private readonly ConcurrentDictionary<string, Lane> byOperation = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lane> byResource = new(StringComparer.Ordinal);

    /// <param name="clock">What waits run on.</param>
    /// <param name="keepsDocumentedLimits">Whether limits hold before the first 429.</param>
    public TenantTraffic(IClock clock, bool keepsDocumentedLimits = true)
    {
        this.clock = clock;
        this.keepsDocumentedLimits = keepsDocumentedLimits;
        Circuit = new Circuit(clock);
    }

    public Circuit Circuit { get; }

    public Lane LaneOf(string operation) =>
        byOperation.TryGetValue(operation, out Lane? lane) ? lane : byOperation.GetOrAdd(operation, Find);

    /// <summary>The service is another one than before, as an emulator is whose faults or clock were changed.</summary>
    public void Forget()
    {
        foreach (Lane lane in byResource.Values)
        {
            lane.Forget();
        }

        Circuit.Worked();
    }

    /// <summary>Calls a minute and partner tenant that the documents allow (contract: behaviours.md, section 9; field.md).</summary>
    private static int? Documented(string resource) => resource switch
    {
        "orders" or "subscriptions" or "customers" => 500,
        "promotionEligibilities" => 625,
        _ => null,
    };

    private Lane Find(string operation)
    {
        int dot = operation.IndexOf('.');
        string resource = dot < 0 ? operation : operation.Substring(0, dot);
        return byResource.GetOrAdd(resource, name => new Lane(clock, name, keepsDocumentedLimits ? Documented(name) : null));
    }
}
