using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>One step of an export.</summary>
internal sealed class ExportStep
{
    public ExportStep(int rows, string? progress, int? percentComplete)
    {
        Rows = rows;
        Progress = progress;
        PercentComplete = percentComplete;
    }

    /// <summary>Rows that it wrote.</summary>
    public int Rows { get; }

    public string? Progress { get; }

    public int? PercentComplete { get; }

    /// <summary>Rows that are left out, with the place where they stand.</summary>
    public IReadOnlyList<PartnerException> Failures { get; init; } = Array.Empty<PartnerException>();
}
