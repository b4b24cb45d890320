namespace PartnerCenterCart;

/// <summary>What a file of rows looks like.</summary>
internal sealed class ExportForm
{
    private ExportForm(IDelimitedText? text, ExportColumns? columns, bool safeForSpreadsheet)
    {
        Text = text;
        Columns = columns;
        SafeForSpreadsheet = safeForSpreadsheet;
    }

    /// <summary>JSON lines.</summary>
    public static ExportForm Lines { get; } = new(null, null, false);

    /// <summary>Null for JSON lines.</summary>
    public IDelimitedText? Text { get; }

    /// <summary>Null for JSON lines.</summary>
    public ExportColumns? Columns { get; }

    public bool SafeForSpreadsheet { get; }

    public static ExportForm Delimited(IDelimitedText text, ExportColumns columns, bool safeForSpreadsheet) => new(text, columns, safeForSpreadsheet);
}
