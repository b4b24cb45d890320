using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace PartnerCenterCart.Emulation;

/// <summary>
/// Writes a PDF 1.4 file: pages of text in the two Helvetica faces that every reader has, so that no font travels with the emulator.
/// By hand, because a library would be a second one in PowerShell's own load context (docs/architecture.md, Isolation).
/// </summary>
internal sealed class PdfFile(string title)
{
    private const int FirstPageObject = 6;

    private static readonly Encoding Bytes = Encoding.GetEncoding("ISO-8859-1");

    private readonly List<PdfPage> pages = [];

    /// <summary>A4, upright.</summary>
    public PdfPage AddPage()
    {
        var page = new PdfPage();
        pages.Add(page);
        return page;
    }

    public byte[] Write()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count " + Text(pages.Count) + " /Kids [" + Kids() + "] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            "<< /Title " + PdfText.Literal(title) + " /Producer (Partner Center emulator) >>",
        };
        foreach (PdfPage page in pages)
        {
            string content = page.Content;
            objects.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents " + Text(objects.Count + 2) + " 0 R >>");
            objects.Add("<< /Length " + Text(Bytes.GetByteCount(content)) + " >>\nstream\n" + content + "\nendstream");
        }

        return Assemble(objects);
    }

    // Each object's place is in the table at the end, ten digits each: readers find everything through it.
    private static byte[] Assemble(List<string> objects)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        // Four bytes beyond ASCII tell transfer programs that this is no text.
        Append(file, "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        for (int index = 0; index < objects.Count; index++)
        {
            places.Add(file.Position);
            Append(file, Text(index + 1) + " 0 obj\n" + objects[index] + "\nendobj\n");
        }

        long table = file.Position;
        Append(file, "xref\n0 " + Text(objects.Count + 1) + "\n0000000000 65535 f \n");
        foreach (long place in places)
        {
            Append(file, place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        }

        Append(file, "trailer\n<< /Size " + Text(objects.Count + 1) + " /Root 1 0 R /Info 5 0 R >>\nstartxref\n" + table.ToString(CultureInfo.InvariantCulture) + "\n%%EOF\n");
        return file.ToArray();
    }

    private static void Append(MemoryStream file, string text)
    {
        byte[] bytes = Bytes.GetBytes(text);
        file.Write(bytes, 0, bytes.Length);
    }

    private string Kids()
    {
        var kids = new List<string>();
        for (int page = 0; page < pages.Count; page++)
        {
            kids.Add(Text(FirstPageObject + (2 * page)) + " 0 R");
        }

        return string.Join(" ", kids);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
