using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Invoices and tax receipts as PDF.</summary>
public class StatementTests
{
    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task The_statement_is_a_pdf_with_a_name(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.GetAsync("/v1/invoices/OneTime-G016907411/documents/statement");
        Assert.Equal((200, "application/pdf", "attachment; filename=Invoice_G016907411.pdf"), (answer.Status, answer.Header("Content-Type"), answer.Header("Content-Disposition")));
        Assert.StartsWith("%PDF-1.4", answer.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await service.GetAsync("/v1" + (await service.GetAsync("/v1/invoices/G016907411")).Json["pdfDownloadLink"])).Status);
    }

    [Fact]
    public async Task A_receipt_is_another_document_and_only_exists_where_the_invoice_names_it()
    {
        await using TestService service = await TestService.StartAsync();
        JToken receipt = (await service.GetAsync("/v1/invoices/D02005YFHI")).Json["taxReceipts"]![0]!;
        Answer answer = await service.GetAsync("/v1" + receipt["taxReceiptPdfDownloadLink"]);
        Assert.Equal((200, "attachment; filename=E-Tax-123456.pdf"), (answer.Status, answer.Header("Content-Disposition")));
        Assert.Contains("Tax receipt 123456", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual(answer.Text, (await service.GetAsync("/v1/invoices/D02005YFHI/documents/statement")).Text);
        Assert.Equal(404, (await service.GetAsync("/v1/invoices/D02005YFHI/receipts/1/documents/statement")).Status);
        Assert.Equal(404, (await service.GetAsync("/v1/invoices/G0/documents/statement")).Status);
    }

    [Fact]
    public async Task Documents_are_not_for_applications()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { appOnly = true });
        foreach (string path in new[] { "documents/statement", "receipts/123456/documents/statement" })
        {
            Answer answer = await service.GetAsync("/v1/invoices/D02005YFHI/" + path);
            Assert.Equal((403, "900329"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task Every_object_is_where_the_table_says()
    {
        await using TestService service = await TestService.StartAsync();
        byte[] file = await FileAsync(service, "D02005YFHI");
        string text = Encoding.Latin1.GetString(file);
        int table = int.Parse(Regex.Match(text, "startxref\n([0-9]+)\n%%EOF").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("xref", text.Substring(table, 4));
        MatchCollection places = Regex.Matches(text[table..], "^([0-9]{10}) 00000 n $", RegexOptions.Multiline);
        Assert.True(places.Count > 6);
        for (int index = 0; index < places.Count; index++)
        {
            int place = int.Parse(places[index].Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.StartsWith(index + 1 + " 0 obj", text[place..], StringComparison.Ordinal);
        }

        foreach (Match stream in Regex.Matches(text, "/Length ([0-9]+) >>\nstream\n"))
        {
            Assert.StartsWith("\nendstream", text[(stream.Index + stream.Length + int.Parse(stream.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))..], StringComparison.Ordinal);
        }
    }

    [ProgramFact("qpdf")]
    public async Task A_checker_of_another_hand_finds_nothing_wrong()
    {
        await using TestService service = await TestService.StartAsync();
        (int exitCode, string output) = Run("qpdf", "--check", await SavedAsync(service));
        Assert.True(exitCode == 0, output);
    }

    [ProgramFact("pdftotext")]
    public async Task A_reader_of_another_hand_reads_the_amounts()
    {
        await using TestService service = await TestService.StartAsync();
        (int exitCode, string output) = Run("pdftotext", "-layout", await SavedAsync(service), "-");
        Assert.Equal(0, exitCode);
        decimal total = (decimal)(await service.GetAsync("/v1/invoices/G000000001")).Json["totalCharges"]!;
        Assert.Contains("G000000001", output, StringComparison.Ordinal);
        Assert.Contains(total.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture) + " €", output, StringComparison.Ordinal);
        Assert.Contains("and 286 more lines", output, StringComparison.Ordinal);
    }

    private static async Task<string> SavedAsync(TestService service)
    {
        await service.SendAsync("POST", "/_emulator/invoices", new { id = "G000000001", date = "2021-06-08", lines = 500, currency = "EUR" });
        string file = Path.Combine(Directory.CreateTempSubdirectory("emulator").FullName, "invoice.pdf");
        await File.WriteAllBytesAsync(file, await FileAsync(service, "G000000001"));
        return file;
    }

    private static async Task<byte[]> FileAsync(TestService service, string id) =>
        await (await service.GetAsync("/v1/invoices/" + id + "/documents/statement")).Message.Content.ReadAsByteArrayAsync();

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
