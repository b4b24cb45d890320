namespace PartnerCenterCart.Commands;

/// <summary>The documented terms; others are accepted too.</summary>
public sealed class TermDurationCompleter : ListCompleter
{
    /// <summary>A month, a year, three years.</summary>
    public TermDurationCompleter()
        : base("P1M", "P1Y", "P3Y")
    {
    }
}
