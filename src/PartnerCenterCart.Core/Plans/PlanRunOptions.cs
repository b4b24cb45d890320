using System;

namespace PartnerCenterCart;

/// <summary>How a plan is bought.</summary>
public sealed class PlanRunOptions
{
    /// <summary>The journal; made where there is none.</summary>
    public string JournalPath { get; set; } = string.Empty;

    /// <summary>Calls that are made together.</summary>
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Buys what the catalogue has now, where it moved since the plan was tested.</summary>
    public bool AllowChangedCatalog { get; set; }

    /// <summary>Tries rows once more that the service refused in an earlier run.</summary>
    public bool RetryFailed { get; set; }

    /// <summary>Leaves out the checks that are POSTs when the plan is tested on the way.</summary>
    public bool OnlyReads { get; set; }

    /// <summary>Where and by whom is bought, for the journal; null leaves that unchecked.</summary>
    public string? Account { get; set; }

    /// <summary>Hears of each row when its end is known, or when this run leaves it open; called from any thread.</summary>
    public Action<PurchasePlanRowStatus>? RowDone { get; set; }

    /// <summary>Rows looked at and rows to look at, before anything is bought; called from any thread.</summary>
    public Action<int, int>? Testing { get; set; }

    /// <summary>Takes the place of the flush to the disk, for tests.</summary>
    internal Action<System.IO.FileStream>? Flush { get; set; }
}
