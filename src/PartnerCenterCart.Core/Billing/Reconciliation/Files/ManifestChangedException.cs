using System;

namespace PartnerCenterCart;

/// <summary>The data of an export changed while its files were read; whoever reads decides whether to begin anew.</summary>
internal sealed class ManifestChangedException : Exception
{
    public ManifestChangedException()
        : base("The data changed while it was read.")
    {
    }
}
