using System.Globalization;
using System.Text;

namespace PartnerCenterCart.Emulation;

/// <summary>What stands on a page. Places are points from the left and from the top.</summary>
internal sealed class PdfPage
{
    private const int Height = 842;

    private readonly StringBuilder content = new();

    public string Content => content.ToString();

    public void Write(int left, int top, string text, int size = 9, bool bold = false) => content
        .Append("BT /").Append(bold ? "F2" : "F1").Append(' ').Append(Number(size)).Append(" Tf ")
        .Append(Number(left)).Append(' ').Append(Number(Height - top)).Append(" Td ").Append(PdfText.Literal(text)).Append(" Tj ET\n");

    /// <summary>Ends at a place, as numbers in columns do.</summary>
    public void WriteRight(int right, int top, string text, int size = 9, bool bold = false) => Write(right - PdfText.Width(text, size), top, text, size, bold);

    public void Line(int left, int right, int top) => content
        .Append("0.5 w ").Append(Number(left)).Append(' ').Append(Number(Height - top)).Append(" m ").Append(Number(right)).Append(' ').Append(Number(Height - top)).Append(" l S\n");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
