using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Everything in the catalog that is not from the contract's examples; see the tables in docs/emulator.md.</summary>
internal static class MadeProducts
{
    public static IEnumerable<CatalogProduct> All() => [.. MadeSeats.All(), .. MadeReservations.All(), .. MadeSoftware.All(), .. MadeMarketplace.All()];
}
