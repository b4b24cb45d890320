using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Seats that were bought at once, and until when they can be given back.</summary>
internal sealed record SeatPurchase(int Quantity, DateTimeOffset Until);
