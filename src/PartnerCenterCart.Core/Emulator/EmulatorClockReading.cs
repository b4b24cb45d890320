using System;

namespace PartnerCenterCart;

internal sealed class EmulatorClockReading : PartnerResource
{
    public DateTimeOffset? Now { get; set; }
}
