using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// What a connection has read and may be shown again: catalogue lists for searches, customers for completion. It lives as
/// long as the connection; each list knows its age. It is bounded: a runbook can go through thousands of customers.
/// </summary>
internal sealed class SessionCache
{
    private const int MostCustomers = 10_000;
    private const int MostLists = 500;

    private readonly ConcurrentDictionary<string, CachedList> lists = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> customers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ids and company names of customers that were read.</summary>
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
        lists.TryGetValue(key, out CachedList? list) ? ((IReadOnlyList<T>)list.Items, list.ReadAt) : null;

    public void Keep<T>(string key, IReadOnlyList<T> items, DateTimeOffset now)
        where T : class
    {
        lists[key] = new CachedList(items, now);
        while (lists.Count > MostLists)
        {
            lists.TryRemove(lists.OrderBy(list => list.Value.ReadAt).First().Key, out _);
        }
    }

    private sealed class CachedList
    {
        public CachedList(object items, DateTimeOffset readAt)
        {
            Items = items;
            ReadAt = readAt;
        }

        public object Items { get; }

        public DateTimeOffset ReadAt { get; }
    }
}
