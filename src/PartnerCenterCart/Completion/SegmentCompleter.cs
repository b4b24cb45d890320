using System.Linq;

namespace PartnerCenterCart.Commands;

/// <summary>The documented segments.</summary>
public sealed class SegmentCompleter : ListCompleter
{
    /// <summary>In the order of the documentation.</summary>
    public SegmentCompleter()
        : base(TargetSegment.Known.Texts.ToArray())
    {
    }
}
