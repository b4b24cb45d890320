namespace PartnerCenterCart.Emulation;

/// <summary>What the clock was advanced by, so that a restart does not travel back in time.</summary>
internal sealed record ClockOffset(double Seconds);
