using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>A collection whose items are made when a page shows them.</summary>
internal sealed class ItemList<T>(int count, Func<int, T> item)
{
    public ItemList(IReadOnlyList<T> items)
        : this(items.Count, index => items[index])
    {
    }

    public int Count { get; } = count;

    public T this[int index] => item(index);

    public IEnumerable<T> Range(int offset, int size)
    {
        for (int index = offset; index < Math.Min(Count, (long)offset + size); index++)
        {
            yield return item(index);
        }
    }
}
