using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace PartnerCenterCart.Emulation;

/// <summary>Everything the service knows. Records are immutable and found by key, so that size does not slow it down.</summary>
internal sealed class EmulatorState : IDisposable
{
    private static readonly TimeSpan ReplayLife = TimeSpan.FromDays(7);

    private readonly IStateLog log;
    private readonly EmulatorClock clock;
    private Lazy<Tables> tables;

    public EmulatorState(IStateLog log, EmulatorClock clock)
    {
        this.log = log;
        this.clock = clock;
        tables = Fresh();
        string[] lines = log.ReadAll().ToArray();
        foreach (StateChange change in StateFile.Steps(lines).SelectMany(step => step))
        {
            Now.Apply(change);
            if (change.Value is ClockOffset offset)
            {
                clock.Offset = TimeSpan.FromSeconds(offset.Seconds);
            }
        }

        // Also when nothing could be read: the next line must not be appended to a torn one.
        if (lines.Length > 0)
        {
            Compact();
        }
    }

    public IEnumerable<CustomerRecord> Customers => Now.Customers.Values;

    /// <summary>The partner's customers in the order in which lists show them.</summary>
    public IReadOnlyList<CustomerRecord> CustomersById => Now.CustomersById;

    public int CartCount => Now.Carts.Count;

    public int OrderCount => Now.Orders.Values.Sum(own => own.Count);

    /// <summary>The orders of everybody, in the order in which they were made, without those that exist from the start: nobody bought them here.</summary>
    public IEnumerable<StoredOrder> Purchases => Now.Orders.Values.SelectMany(own => own.Values).Where(order => !Now.IsSeed(order)).OrderBy(order => order.CreatedAt).ThenBy(order => order.Order.Id, StringComparer.Ordinal);

    public IEnumerable<InvoiceRecord> Invoices => Now.Invoices.Values;

    public IEnumerable<StoredExport> Exports => Now.Exports.Values;

    private Tables Now => Volatile.Read(ref tables).Value;

    public CustomerRecord? Customer(string id) => Find(Now.Customers, id);

    public StoredCart? Cart(string id) => Find(Now.Carts, id);

    public InvoiceRecord? Invoice(string id) => Find(Now.Invoices, id);

    /// <summary>By its own id or by that of its manifest.</summary>
    public StoredExport? Export(string id) => Find(Now.Exports, id);

    /// <summary>In the order in which they happened.</summary>
    public IReadOnlyList<BillingChange> BillingChanges(string key) => Now.BillingChanges.TryGetValue(key, out var own) ? [.. own] : [];

    public Replay? Replay(string key) => Find(Now.Replays, key);

    public StoredOrder? Order(string customerId, string orderId) => Now.Orders.TryGetValue(customerId, out var own) ? Find(own, OrderKey(orderId)) : null;

    public IReadOnlyCollection<StoredOrder> Orders(string customerId) => Now.Orders.TryGetValue(customerId, out var own) ? [.. own.Values] : [];

    /// <summary>The newest first.</summary>
    public IEnumerable<StoredCart> RecentCarts(int most) => Now.Carts.Values
        .OrderByDescending(cart => cart.Cart.CreationTimestamp, StringComparer.Ordinal).ThenByDescending(cart => Now.CartNumber(cart.Cart.Id!)).Take(most);

    /// <summary>The newest first.</summary>
    public IEnumerable<StoredOrder> RecentOrders(int most) => Now.Orders.Values.SelectMany(own => own.Values).OrderByDescending(order => order.CreatedAt).Take(most);

    public SubscriptionRecord? Subscription(string customerId, string id) => Now.Subscriptions.TryGetValue(customerId, out var own) ? Find(own, id) : null;

    public IReadOnlyCollection<SubscriptionRecord> Subscriptions(string customerId) => Now.Subscriptions.TryGetValue(customerId, out var own) ? [.. own.Values] : [];

    /// <summary>Takes all of these or, when the process ends in between, none.</summary>
    public void Commit(params IReadOnlyCollection<StateChange> changes)
    {
        if (log is not MemoryOnlyLog)
        {
            log.Append(StateFile.Line(changes));
        }

        foreach (StateChange change in changes)
        {
            Now.Apply(change);
        }
    }

    /// <summary>Back to the seeds, in the file too.</summary>
    public void Reset()
    {
        log.Replace([]);
        Volatile.Write(ref tables, Fresh());
    }

    public void Dispose() => log.Dispose();

    private static TValue? Find<TValue>(ConcurrentDictionary<string, TValue> records, string key)
        where TValue : class => records.TryGetValue(key, out TValue? value) ? value : null;

    // GUID order ids come back in another casing than sent; the other kinds are compared exactly (models.md Order.id).
    private static string OrderKey(string orderId) => Guid.TryParse(orderId, out Guid id) ? id.ToString() : orderId;

    // The seeds are read at the first question, so that starting costs nothing; their dates hang on the moment of the start.
    private Lazy<Tables> Fresh()
    {
        DateTimeOffset start = clock.Now;
        return new Lazy<Tables>(() => new Tables(start));
    }

    // Every version of a cart is a line of the file; a restart is the moment to keep the last one only.
    private void Compact()
    {
        DateTimeOffset oldest = clock.Now - ReplayLife;
        IEnumerable<object> kept = Now.Changed()
            .Concat(Now.Carts.Values)
            .Concat(Now.BillingChanges.Values.SelectMany(own => own))
            .Concat(Now.Exports.Values.Distinct())
            .Concat(Now.Replays.Values.Where(replay => replay.Time >= oldest))
            .Append(new ClockOffset(clock.Offset.TotalSeconds));
        log.Replace(kept.Select(value => StateFile.Line([StateChange.Of(value)])));
    }

    private sealed class Tables
    {
        private readonly HashSet<object> seeds = [];
        private readonly HashSet<string> seededOrders = new(StringComparer.OrdinalIgnoreCase);
        private readonly ConcurrentDictionary<string, long> cartNumbers = new(StringComparer.OrdinalIgnoreCase);
        private CustomerRecord[]? customersById;
        private long lastCart;

        public Tables(DateTimeOffset start)
        {
            CustomerRecord[] customers = EmbeddedData.Read<CustomerRecord[]>("customers.json");
            IEnumerable<object> records =
            [
                .. customers, .. MadeCustomers.All(customers.Length),
                .. EmbeddedData.Read<StoredOrder[]>("orders.json"),
                .. EmbeddedData.Read<SubscriptionRecord[]>("subscriptions.json"), .. MadeCustomers.Subscriptions(customers.Length, start),
                .. EmbeddedData.Read<InvoiceRecord[]>("invoices.json"),
            ];
            foreach (object record in records)
            {
                seeds.Add(record);
                if (record is StoredOrder order)
                {
                    seededOrders.Add(order.Order.Id!);
                }

                Apply(StateChange.Of(record));
            }
        }

        public ConcurrentDictionary<string, CustomerRecord> Customers { get; } = new(StringComparer.OrdinalIgnoreCase);

        public ConcurrentDictionary<string, StoredCart> Carts { get; } = new(StringComparer.OrdinalIgnoreCase);

        public ConcurrentDictionary<string, ConcurrentDictionary<string, StoredOrder>> Orders { get; } = new(StringComparer.OrdinalIgnoreCase);

        public ConcurrentDictionary<string, ConcurrentDictionary<string, SubscriptionRecord>> Subscriptions { get; } = new(StringComparer.OrdinalIgnoreCase);

        public ConcurrentDictionary<string, ConcurrentQueue<BillingChange>> BillingChanges { get; } = new(StringComparer.OrdinalIgnoreCase);

        public ConcurrentDictionary<string, InvoiceRecord> Invoices { get; } = new(StringComparer.OrdinalIgnoreCase);

        public ConcurrentDictionary<string, StoredExport> Exports { get; } = new(StringComparer.OrdinalIgnoreCase);

        public ConcurrentDictionary<string, Replay> Replays { get; } = new(StringComparer.Ordinal);

        // Sorted once for all pages of a list, and again after a customer was added.
        public IReadOnlyList<CustomerRecord> CustomersById => Volatile.Read(ref customersById) ?? Sorted();

        /// <summary>Customers, subscriptions, orders and invoices that are not what the assembly holds; the others may be better there after an update.</summary>
        public IEnumerable<object> Changed() => Customers.Values.Cast<object>()
            .Concat(Subscriptions.Values.SelectMany(own => own.Values))
            .Concat(Orders.Values.SelectMany(own => own.Values))
            .Concat(Invoices.Values)
            .Where(record => !seeds.Contains(record));

        /// <summary>Also after a change.</summary>
        public bool IsSeed(StoredOrder order) => seededOrders.Contains(order.Order.Id!);

        /// <summary>Carts in the order in which they were made; a clock that stands still makes many at once.</summary>
        public long CartNumber(string id) => cartNumbers.TryGetValue(id, out long number) ? number : 0;

        public void Apply(StateChange change)
        {
            switch (change.Value)
            {
                case CustomerRecord customer:
                    Customers[customer.Id] = customer;
                    Volatile.Write(ref customersById, null);
                    break;
                case SubscriptionRecord subscription:
                    Subscriptions.GetOrAdd(subscription.CustomerId, _ => new(StringComparer.OrdinalIgnoreCase))[subscription.Id] = subscription;
                    break;
                case StoredCart cart:
                    cartNumbers.GetOrAdd(cart.Cart.Id!, _ => Interlocked.Increment(ref lastCart));
                    Carts[cart.Cart.Id!] = cart;
                    break;
                case StoredOrder order:
                    Orders.GetOrAdd(order.CustomerId, _ => new(StringComparer.Ordinal))[OrderKey(order.Order.Id!)] = order;
                    break;
                case BillingChange billing:
                    BillingChanges.GetOrAdd(billing.Key, _ => new()).Enqueue(billing);
                    break;
                case InvoiceRecord invoice:
                    Invoices[invoice.Id] = invoice;
                    break;
                case StoredExport export:
                    Exports[export.Id] = export;
                    Exports[export.ManifestId] = export;
                    break;
                case Replay replay:
                    Replays[replay.Key] = replay;
                    break;
            }
        }

        private CustomerRecord[] Sorted()
        {
            CustomerRecord[] sorted = Customers.Values.Where(customer => customer.Standing != CustomerStanding.NoRelation)
                .OrderBy(customer => customer.Id, StringComparer.OrdinalIgnoreCase).ToArray();
            Volatile.Write(ref customersById, sorted);
            return sorted;
        }
    }
}
