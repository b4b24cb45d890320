using System;
using System.IO;

namespace PartnerCenterCart;

/// <summary>What the name of a file of rows says about it.</summary>
internal sealed class InvoiceLineItemFile
{
    private const string Zip = ".gz";

    private InvoiceLineItemFile(string path, bool isDelimited, bool isZipped)
    {
        FullName = path;
        IsDelimited = isDelimited;
        IsZipped = isZipped;
    }

    public string FullName { get; }

    /// <summary>Comma-separated text; else JSON lines.</summary>
    public bool IsDelimited { get; }

    public bool IsZipped { get; }

    /// <exception cref="PartnerException">InvalidInput: another kind of file.</exception>
    public static InvoiceLineItemFile Of(string path)
    {
        bool isZipped = path.EndsWith(Zip, StringComparison.OrdinalIgnoreCase);
        string inner = isZipped ? path.Substring(0, path.Length - Zip.Length) : path;
        return Path.GetExtension(inner).ToUpperInvariant() switch
        {
            ".CSV" => new InvoiceLineItemFile(path, true, isZipped),
            ".JSONL" or ".NDJSON" => new InvoiceLineItemFile(path, false, isZipped),
            _ => throw PartnerException.InvalidInput($"'{path}' does not say what kind of file it is. A name that ends in .csv, .jsonl, .csv.gz or .jsonl.gz is expected."),
        };
    }
}
