using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Rows on their way to a file, with a plain text in place of the library.</summary>
public class InvoiceLineItemExportTests
{
    [Fact]
    public async Task Columns_are_those_of_the_kind_and_what_has_none_is_in_the_last()
    {
        using var folder = new TemporaryFolder();
        var service = new ExportService { Files = { ["a.json.gz"] = ExportService.Zip("""{"OrderId":"o1","NewColumn":438,"totalForCustomer":1.50,"Other":{"a":[1]}}""") } };

        Dictionary<string, string> row = (await ReadAsync(service, folder, new InvoiceLineItemExportOptions())).Single();

        Assert.Equal(("o1", "1.50", "billing_line_items", "one_time"), (row["OrderId"], row["Total"], row["InvoiceLineItemType"], row["BillingProvider"]));
        Assert.Equal("AdditionalProperties", row.Keys.Last());
        Assert.Equal("""{"NewColumn":438,"Other":{"a":[1]}}""", row["AdditionalProperties"]);
    }

    [Fact]
    public async Task A_column_of_the_service_that_nobody_knows_can_be_chosen()
    {
        using var folder = new TemporaryFolder();
        var service = new ExportService { Files = { ["a.json.gz"] = ExportService.Zip("""{"OrderId":"o1","NewColumn":"new"}""") } };

        Dictionary<string, string> row = (await ReadAsync(service, folder, new InvoiceLineItemExportOptions { Columns = new[] { "newcolumn", "OrderId" } })).Single();

        Assert.Equal(new[] { ("newcolumn", "new"), ("OrderId", "o1") }, row.Select(field => (field.Key, field.Value)));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("\tx", "'\tx")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("+49", "+49")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void A_text_that_begins_like_a_formula_is_kept_from_being_one_and_is_read_back(string text, string written)
    {
        Assert.Equal(written, SpreadsheetGuard.Apply(text));
        Assert.Equal(text, SpreadsheetGuard.Undo(written));
    }

    [Fact]
    public async Task Data_that_changes_while_it_is_read_is_read_from_the_beginning_and_old_and_new_are_not_mixed()
    {
        using var folder = new TemporaryFolder();
        var service = new ExportService { ValidSecret = "second" }.With(2, 5);
        service.OnManifest = s =>
        {
            (s.ETag, s.Secret) = ("version-2", "second");
            s.Files.Clear();
            s.With(1, 3);
        };

        List<Dictionary<string, string>> rows = await ReadAsync(service, folder, new InvoiceLineItemExportOptions());

        Assert.Equal(new[] { "order-0", "order-1", "order-2" }, rows.Select(row => row["OrderId"]));
        Assert.Equal(2, service.Count("reconciliation.billed.export"));
    }

    [Fact]
    public async Task Data_that_never_stays_is_an_error_and_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("rows.csv"), "old");
        int version = 1;
        var service = new ExportService { ValidSecret = "never" }.With(1, 5);
        service.OnManifest = s => s.ETag = "version-" + ++version;

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, folder, new InvoiceLineItemExportOptions { Overwrite = true }));

        Assert.Equal(PartnerErrorKind.Conflict, failure.Kind);
        Assert.Equal("old", File.ReadAllText(folder.Path("rows.csv")));
        Assert.Single(folder.Files());
    }

    [Fact]
    public async Task A_file_that_another_run_writes_is_told_so()
    {
        using var folder = new TemporaryFolder();
        using var other = new FileStream(folder.Path("rows.csv.partial"), FileMode.Create, FileAccess.Write, FileShare.None);

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(new ExportService().With(1, 1), folder, new InvoiceLineItemExportOptions()));

        Assert.Equal(PartnerErrorKind.FileFailed, failure.Kind);
    }

    private static async Task<List<Dictionary<string, string>>> ReadAsync(ExportService service, TemporaryFolder folder, InvoiceLineItemExportOptions options)
    {
        var text = new PlainText();
        using InvoiceLineItemReader reader = service.Operations.Read(ReconciliationRequest.Billed(ExportService.Invoice));
        FileInfo file = await new InvoiceLineItemExport(folder.Path("rows.csv"), text, options).RunAsync(new[] { reader }, CancellationToken.None);
        string[][] lines = File.ReadAllLines(file.FullName).Select(line => line.Split('|')).ToArray();
        return lines.Skip(1).Select(line => lines[0].Zip(line, (name, value) => (name, value)).ToDictionary(pair => pair.name, pair => pair.value)).ToList();
    }

    /// <summary>Fields with bars between them; none of the rules of the library, which has tests of its own.</summary>
    private sealed class PlainText : IDelimitedText
    {
        public IDelimitedWriter Write(Stream target) => new Writer(target);

        public IDelimitedReader Read(Stream source) => throw new NotSupportedException();

        private sealed class Writer(Stream target) : IDelimitedWriter
        {
            private readonly StreamWriter text = new(target, leaveOpen: true);

            public void Write(string?[] fields) => text.WriteLine(string.Join("|", fields));

            public void Dispose() => text.Dispose();
        }
    }
}
