using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>What the journal says of one row.</summary>
internal sealed class RowProgress
{
    public RowProgress(JournalRow row) => Planned = row;

    public JournalRow Planned { get; }

    public string Reference => Planned.Reference;

    /// <summary>What the row has become; null until it is bought.</summary>
    public IReadOnlyList<JournalOrderLine>? Orders { get; set; }

    /// <summary>Why it is certain not to be bought; null otherwise.</summary>
    public JournalFailure? Failure { get; set; }

    public string? CartId { get; set; }

    public DateTimeOffset? At { get; set; }

    public bool IsSettled => Orders != null || Failure != null;
}
