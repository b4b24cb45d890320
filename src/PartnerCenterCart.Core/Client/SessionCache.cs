using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// What a connection has read and may be shown again: catalogue lists for Find-PartnerProductAvailability, customers for
/// completion. It lives as long as the connection; each list knows its age.
/// </summary>
internal sealed class SessionCache
{
    // Completion only ever shows a handful; a partner with a hundred thousand customers must not keep them all in memory.
    private const int MostCustomers = 10_000;

    private readonly ConcurrentDictionary<string, CachedList> lists = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> customers = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<KeyValuePair<string, string>> Customers => customers.ToArray();

    public void Remember(Customer customer)
    {
        if (customer.Id is { } id && (customers.Count < MostCustomers || customers.ContainsKey(id)))
        {
            customers[id] = customer.CompanyName ?? string.Empty;
        }
    }

    /// <summary>The list and when it was read; null when it is to be read.</summary>
    public (IReadOnlyList<T> Items, DateTimeOffset ReadAt)? Find<T>(string key) =>
        lists.TryGetValue(key, out CachedList? list) ? (list.Items.Cast<T>().ToList(), list.ReadAt) : null;

    public void Keep<T>(string key, IReadOnlyList<T> items, DateTimeOffset now)
        where T : class =>
        lists[key] = new CachedList(items, now);

    private sealed class CachedList
    {
        public CachedList(IReadOnlyList<object> items, DateTimeOffset readAt)
        {
            Items = items;
            ReadAt = readAt;
        }

        public IReadOnlyList<object> Items { get; }

        public DateTimeOffset ReadAt { get; }
    }
}
