using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace PartnerCenterCart;

/// <summary>What has become of the rows of a plan as a file of comma-separated text, in the same form whatever the culture.</summary>
public static class PlanReport
{
    private static readonly (string Name, Func<PurchasePlanRowStatus, object?> Value)[] Columns =
    {
        (nameof(PurchasePlanRowStatus.RowNumber), row => row.RowNumber),
        (nameof(PurchasePlanRowStatus.Reference), row => row.Reference),
        (nameof(PurchasePlanRowStatus.State), row => row.State),
        (nameof(PurchasePlanRowStatus.CustomerId), row => row.CustomerId),
        (nameof(PurchasePlanRowStatus.CustomerName), row => row.CustomerName),
        (nameof(PurchasePlanRowStatus.CatalogItemId), row => row.CatalogItemId),
        (nameof(PurchasePlanRowStatus.Quantity), row => row.Quantity),
        (nameof(PurchasePlanRowStatus.CartId), row => row.CartId),
        (nameof(PurchasePlanRowStatus.OrderId), row => string.Join(" ", row.OrderId)),
        (nameof(PurchasePlanRowStatus.LineItemNumber), row => row.LineItemNumber),
        (nameof(PurchasePlanRowStatus.Price), row => row.Price),
        (nameof(PurchasePlanRowStatus.CurrencyCode), row => row.CurrencyCode),
        (nameof(PurchasePlanRowStatus.At), row => row.At?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        (nameof(PurchasePlanRowStatus.ErrorKind), row => row.ErrorKind),
        (nameof(PurchasePlanRowStatus.ErrorCode), row => row.ErrorCode),
        (nameof(PurchasePlanRowStatus.Message), row => row.Message),
        (nameof(PurchasePlanRowStatus.RecommendedAction), row => row.RecommendedAction),
    };

    /// <summary>Writes the file: whole, or not at all.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="rows">What is written.</param>
    /// <param name="text">Writes the rows.</param>
    /// <param name="overwrite">Takes the place of a file that exists.</param>
    /// <param name="safeForSpreadsheet">Keeps a spreadsheet from taking a text for a formula, and tells it the encoding.</param>
    /// <exception cref="PartnerException">InvalidInput: the file exists, or is a folder. FileFailed.</exception>
    public static FileInfo Write(string path, IEnumerable<PurchasePlanRowStatus> rows, IDelimitedText text, bool overwrite = false, bool safeForSpreadsheet = false)
    {
        _ = rows ?? throw new ArgumentNullException(nameof(rows));
        _ = text ?? throw new ArgumentNullException(nameof(text));
        using var target = new ReplacedFile(Path.GetFullPath(path), overwrite);
        FileStream stream = target.Begin();
        target.Guarded(() =>
        {
            if (safeForSpreadsheet)
            {
                byte[] mark = Encoding.UTF8.GetPreamble();
                stream.Write(mark, 0, mark.Length);
            }

            using IDelimitedWriter writer = text.Write(stream);
            writer.Write(Columns.Select(column => column.Name).ToArray());
            foreach (PurchasePlanRowStatus row in rows)
            {
                IEnumerable<string?> fields = Columns.Select(column => Convert.ToString(column.Value(row), CultureInfo.InvariantCulture));
                writer.Write(fields.Select(field => safeForSpreadsheet ? SpreadsheetGuard.Apply(field) : field).ToArray());
            }
        });
        return target.Finish();
    }
}
