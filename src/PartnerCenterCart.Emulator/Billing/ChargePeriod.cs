using System;

namespace PartnerCenterCart.Emulation;

/// <summary>A billing cycle by its days; the term can end before the cycle would.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">The day after the last.</param>
/// <param name="Whole">Where the cycle would end if the term did not.</param>
internal sealed record ChargePeriod(DateTimeOffset Start, DateTimeOffset End, DateTimeOffset Whole)
{
    /// <summary>Which part of a whole cycle is left from this day on, the day included.</summary>
    public decimal Share(DateTimeOffset from) => (decimal)(End - from).Days / (Whole - Start).Days;
}
