namespace PartnerCenterCart;

/// <summary>What kind of document an invoice is.</summary>
public static class InvoiceDocumentType
{
    /// <summary>Unset.</summary>
    public const string None = "none";

    /// <summary>An invoice.</summary>
    public const string Invoice = "invoice";

    /// <summary>Takes an invoice back.</summary>
    public const string VoidNote = "void_note";

    /// <summary>Changes an invoice.</summary>
    public const string AdjustmentNote = "adjustment_note";

    /// <summary>The documented values and their spellings; the documentation also says "Credit Note".</summary>
    public static KnownText Known { get; } = new(
        (0, None, nameof(None)),
        (1, Invoice, nameof(Invoice)),
        (2, VoidNote, nameof(VoidNote)),
        (3, AdjustmentNote, nameof(AdjustmentNote)));
}
