using System;

namespace PartnerCenterCart;

/// <summary>How the rows of an export are had.</summary>
public sealed class ReconciliationReadOptions
{
    /// <summary>
    /// Folder that keeps the files, so that a run which ended early goes on where it was. Null keeps nothing: the files are fetched to
    /// a folder of their own, each of which goes as soon as it was read.
    /// </summary>
    public string? CachePath { get; set; }

    /// <summary>How many files are fetched at a time.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>How long the service may take to make the export.</summary>
    public ReconciliationWaitOptions Wait { get; set; } = new();

    /// <summary>Hears how far it is; called from any thread.</summary>
    public Action<ReconciliationProgress>? Progress { get; set; }

    /// <summary>How many chunks of lines are worked on at a time.</summary>
    internal int Workers { get; set; } = Math.Max(2, Environment.ProcessorCount + 1);
}
