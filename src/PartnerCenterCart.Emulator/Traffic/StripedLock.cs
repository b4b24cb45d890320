using System;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>A lock per key without a lock object per key: equal keys exclude each other, unequal ones rarely do.</summary>
internal sealed class StripedLock
{
    private readonly object[] stripes = Enumerable.Range(0, 1024).Select(_ => new object()).ToArray();

    public object this[string key] => stripes[(StringComparer.OrdinalIgnoreCase.GetHashCode(key) & int.MaxValue) % stripes.Length];
}
