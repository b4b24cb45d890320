using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Everything the service knows. Records are immutable and found by key, so that size does not slow it down.</summary>
internal sealed class EmulatorState : IDisposable
{
    private static readonly TimeSpan ReplayLife = TimeSpan.FromDays(7);

    private readonly IStateLog log;
    private readonly ConcurrentDictionary<string, CustomerRecord> customers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, StoredCart> carts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, StoredOrder>> orders = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, SubscriptionRecord>> subscriptions = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Replay> replays = new(StringComparer.Ordinal);
    private readonly HashSet<object> seeds = [];

    public EmulatorState(IStateLog log, EmulatorClock clock)
    {
        this.log = log;
        Seed();
        string[] lines = log.ReadAll().ToArray();
        foreach (StateChange change in StateFile.Steps(lines).SelectMany(step => step))
        {
            Apply(change);
            if (change.Value is ClockOffset offset)
            {
                clock.Offset = TimeSpan.FromSeconds(offset.Seconds);
            }
        }

        // Also when nothing could be read: the next line must not be appended to a torn one.
        if (lines.Length > 0)
        {
            Compact(clock);
        }
    }

    public IEnumerable<CustomerRecord> Customers => customers.Values;

    public int CartCount => carts.Count;

    public CustomerRecord? Customer(string id) => Find(customers, id);

    public StoredCart? Cart(string id) => Find(carts, id);

    public Replay? Replay(string key) => Find(replays, key);

    public StoredOrder? Order(string customerId, string orderId) => orders.TryGetValue(customerId, out var own) ? Find(own, OrderKey(orderId)) : null;

    public IReadOnlyCollection<StoredOrder> Orders(string customerId) => orders.TryGetValue(customerId, out var own) ? [.. own.Values] : [];

    public SubscriptionRecord? Subscription(string customerId, string id) => subscriptions.TryGetValue(customerId, out var own) ? Find(own, id) : null;

    public IReadOnlyCollection<SubscriptionRecord> Subscriptions(string customerId) => subscriptions.TryGetValue(customerId, out var own) ? [.. own.Values] : [];

    /// <summary>Takes all of these or, when the process ends in between, none.</summary>
    public void Commit(params IReadOnlyCollection<StateChange> changes)
    {
        if (log is not MemoryOnlyLog)
        {
            log.Append(StateFile.Line(changes));
        }

        foreach (StateChange change in changes)
        {
            Apply(change);
        }
    }

    /// <summary>Back to the seeds, in the file too.</summary>
    public void Reset()
    {
        customers.Clear();
        carts.Clear();
        orders.Clear();
        subscriptions.Clear();
        replays.Clear();
        log.Replace([]);
        Seed();
    }

    public void Dispose() => log.Dispose();

    private static TValue? Find<TValue>(ConcurrentDictionary<string, TValue> records, string key)
        where TValue : class => records.TryGetValue(key, out TValue? value) ? value : null;

    // GUID order ids come back in another casing than sent; the other kinds are compared exactly (models.md Order.id).
    private static string OrderKey(string orderId) => Guid.TryParse(orderId, out Guid id) ? id.ToString() : orderId;

    private void Seed()
    {
        IEnumerable<object> records = [.. EmbeddedData.Read<CustomerRecord[]>("customers.json"), .. EmbeddedData.Read<SubscriptionRecord[]>("subscriptions.json")];
        foreach (object record in records)
        {
            seeds.Add(record);
            Apply(StateChange.Of(record));
        }
    }

    private void Apply(StateChange change)
    {
        switch (change.Value)
        {
            case CustomerRecord customer:
                customers[customer.Id] = customer;
                break;
            case SubscriptionRecord subscription:
                subscriptions.GetOrAdd(subscription.CustomerId, _ => new(StringComparer.OrdinalIgnoreCase))[subscription.Id] = subscription;
                break;
            case StoredCart cart:
                carts[cart.Cart.Id!] = cart;
                break;
            case StoredOrder order:
                orders.GetOrAdd(order.CustomerId, _ => new(StringComparer.Ordinal))[OrderKey(order.Order.Id!)] = order;
                break;
            case Replay replay:
                replays[replay.Key] = replay;
                break;
        }
    }

    // Every version of a cart is a line of the file; a restart is the moment to keep the last one only.
    private void Compact(EmulatorClock clock)
    {
        DateTimeOffset oldest = clock.Now - ReplayLife;
        IEnumerable<object> kept = customers.Values.Cast<object>()
            .Concat(subscriptions.Values.SelectMany(own => own.Values))
            // Unchanged seeds come from the assembly, and may be better there after an update.
            .Where(record => !seeds.Contains(record))
            .Concat(carts.Values)
            .Concat(orders.Values.SelectMany(own => own.Values))
            .Concat(replays.Values.Where(replay => replay.Time >= oldest))
            .Append(new ClockOffset(clock.Offset.TotalSeconds));
        log.Replace(kept.Select(value => StateFile.Line([StateChange.Of(value)])));
    }
}
