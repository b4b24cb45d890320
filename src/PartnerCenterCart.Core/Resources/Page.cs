using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// One page of a list, and the way to the next. In C#:
/// <c>for (var page = await ...GetAsync(); page != null; page = await page.NextAsync()) foreach (var item in page.Items) ...</c>
/// </summary>
/// <typeparam name="T">The resource.</typeparam>
public sealed class Page<T>
{
    private readonly Func<CancellationToken, Task<Page<T>>>? next;

    internal Page(IReadOnlyList<T> items, int? totalCount, Func<CancellationToken, Task<Page<T>>>? next)
    {
        Items = items;
        TotalCount = totalCount;
        this.next = next;
    }

    /// <summary>The rows of this page, in the service's order; an empty page can have a successor.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>What the service says: the page's count or that of all. Not to be relied on (contract: models.md, section 1).</summary>
    public int? TotalCount { get; }

    /// <summary>Whether the service announced another page.</summary>
    public bool HasNext => next != null;

    /// <summary>Reads the next page; null after the last.</summary>
    public async Task<Page<T>?> NextAsync(CancellationToken cancellationToken = default) =>
        next == null ? null : await next(cancellationToken).ConfigureAwait(false);
}
