namespace PartnerCenterCart.Emulation;

/// <summary>The same number for the same text in every process, unlike GetHashCode.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a, with a last mix so that texts that differ at the end differ everywhere.</summary>
    public static ulong Of(string text)
    {
        unchecked
        {
            ulong hash = 14695981039346656037;
            foreach (char character in text)
            {
                hash = (hash ^ character) * 1099511628211;
            }

            hash ^= hash >> 32;
            hash *= 0x9E3779B97F4A7C15;
            return hash ^ (hash >> 29);
        }
    }
}
