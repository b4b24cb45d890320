using System.Linq;

namespace PartnerCenterCart.Commands;

/// <summary>The documented parts of the catalogue.</summary>
public sealed class CatalogCompleter : ListCompleter
{
    /// <summary>In the order of the documentation.</summary>
    public CatalogCompleter()
        : base(TargetView.Known.Texts.ToArray())
    {
    }
}
