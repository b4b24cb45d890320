using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Reads catalogue lists once for a session, unless they are to be read anew.</summary>
internal sealed class CatalogLists
{
    private readonly SessionCache cache;
    private readonly IClock clock;
    private readonly bool refresh;
    private readonly HashSet<string> fresh = new(StringComparer.OrdinalIgnoreCase);

    public CatalogLists(SessionCache cache, IClock clock, bool refresh)
    {
        this.cache = cache;
        this.clock = clock;
        this.refresh = refresh;
    }

    /// <summary>When the oldest of the lists that were used was read.</summary>
    public DateTimeOffset? OldestRead { get; private set; }

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string key, Func<Task<Page<T>>> first, CancellationToken cancellationToken)
        where T : class
    {
        if ((!refresh || fresh.Contains(key)) && cache.Find<T>(key) is { } known)
        {
            Note(known.ReadAt);
            return known.Items;
        }

        var items = new List<T>();
        for (Page<T>? page = await first().ConfigureAwait(false); page != null; page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            items.AddRange(page.Items);
        }

        fresh.Add(key);
        cache.Keep(key, items, clock.UtcNow);
        Note(clock.UtcNow);
        return items;
    }

    private void Note(DateTimeOffset readAt) => OldestRead = OldestRead is { } oldest && oldest < readAt ? oldest : readAt;
}
