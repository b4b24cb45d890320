namespace PartnerCenterCart;

/// <summary>A line of a file that is no row, and why.</summary>
internal readonly struct BadRow
{
    public BadRow(long line, string why)
    {
        Line = line;
        Why = why;
    }

    public long Line { get; }

    public string Why { get; }
}
