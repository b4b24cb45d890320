namespace PartnerCenterCart.Commands;

/// <summary>States of an invoice.</summary>
public sealed class InvoiceStatusCompleter : ListCompleter
{
    /// <summary>The usual one first.</summary>
    public InvoiceStatusCompleter()
        : base("active", "void")
    {
    }
}
