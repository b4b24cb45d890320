namespace PartnerCenterCart;

/// <summary>How far the reading of an export is.</summary>
public sealed class ReconciliationProgress
{
    internal ReconciliationProgress(string status, int files, int filesDone, long rows)
    {
        Status = status;
        Files = files;
        FilesDone = filesDone;
        Rows = rows;
    }

    /// <summary>The service's word while it makes the export, then what is read.</summary>
    public string Status { get; }

    /// <summary>How many files there are; 0 while the service makes them.</summary>
    public int Files { get; }

    /// <summary>How many of them were read to their end.</summary>
    public int FilesDone { get; }

    /// <summary>Rows so far.</summary>
    public long Rows { get; }

    /// <summary>By files; null while there are none.</summary>
    public int? PercentComplete => Files == 0 ? null : 100 * FilesDone / Files;

    /// <summary>In words.</summary>
    public override string ToString() => Files == 0 ? Status : $"{FilesDone} of {Files} files, {Rows} rows";
}
