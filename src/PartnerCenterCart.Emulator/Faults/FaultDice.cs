namespace PartnerCenterCart.Emulation;

/// <summary>Chance that a seed can repeat: the n-th throw for a rule is always the same.</summary>
internal static class FaultDice
{
    /// <summary>From 0 to just below 1.</summary>
    public static double Throw(int seed, long number)
    {
        // SplitMix64: every bit of the input reaches every bit of the output.
        ulong mixed = unchecked(((ulong)(uint)seed << 32) + ((ulong)number * 0x9E3779B97F4A7C15UL));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        mixed ^= mixed >> 31;
        return (mixed >> 11) / (double)(1UL << 53);
    }
}
