using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The files of an export: fetched, kept, gone on with, and read as rows.</summary>
public class ReconciliationFilesTests
{
    private static readonly ReconciliationRequest Request = ReconciliationRequest.Billed(ExportService.Invoice);

    [Fact]
    public async Task Rows_come_in_the_order_of_files_and_lines_with_their_columns()
    {
        var service = new ExportService().With(files: 5, rows: 300);

        List<InvoiceLineItem> rows = await ReadAsync(service, null);

        Assert.Equal(Enumerable.Range(0, 1500).Select(n => $"order-{n}"), rows.Cast<ReconciliationLineItem>().Select(row => row.OrderId));
        var last = (ReconciliationLineItem)rows[1499];
        Assert.Equal((1499.50m, 1499.50m, "USD", ExportService.Invoice, "v2"), (last.Total, last.TotalForCustomer, last.Currency, last.InvoiceId, last.Api));
    }

    [Fact]
    public async Task Usage_has_its_own_columns_and_other_names_of_a_column_are_understood()
    {
        var service = new ExportService { Files = { ["a.json.gz"] = ExportService.Zip("""{"MeterName":"m","Unit":"1 Hour","rateOfCredit":0.5,"NewColumn":"new"}""") } };

        var row = (ReconciliationUsageLineItem)Assert.Single(await ReadAsync(service, null, ReconciliationRequest.Billed(ExportService.Invoice, isUsage: true)));

        Assert.Equal(("m", "1 Hour", 0.5m, "new"), (row.MeterName, row.Unit, row.CreditPercentage, row.AdditionalProperties["NewColumn"]));
    }

    [Fact]
    public async Task A_bad_row_is_one_error_with_file_and_line_and_the_rest_goes_on()
    {
        var service = new ExportService { Files = { ["a.json.gz"] = ExportService.Zip(ExportService.Row(1), "no json", string.Empty, "{\"OrderId\":", ExportService.Row(5) + "}", "[1]", """{"a":{"b":1}""", ExportService.Row(8)) } };
        var failures = new List<PartnerException>();

        List<InvoiceLineItem> rows = await ReadAsync(service, null, failures: failures);

        Assert.Equal(new[] { "order-1", "order-8" }, rows.Cast<ReconciliationLineItem>().Select(row => row.OrderId));
        Assert.Equal(new[] { 2, 4, 5, 6, 7 }, failures.Select(failure => int.Parse(failure.Summary.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(failures, failure => Assert.Contains("a.json.gz", failure.Message));
        Assert.All(failures, failure => Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind));
    }

    [Fact]
    public async Task Of_many_bad_rows_the_first_hundred_have_an_error_each_and_one_more_counts_the_others()
    {
        var service = new ExportService { Files = { ["a.json.gz"] = ExportService.Zip(Enumerable.Repeat("no json", 250).Append(ExportService.Row(1)).ToArray()) } };
        var failures = new List<PartnerException>();

        Assert.Single(await ReadAsync(service, null, failures: failures));

        Assert.Equal(101, failures.Count);
        Assert.StartsWith("Line 100 of file a.json.gz", failures[99].Summary, StringComparison.Ordinal);
        Assert.StartsWith("150 more rows of the line items of invoice", failures[100].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_ended_early_goes_on_with_its_export_and_one_that_is_done_does_not()
    {
        using var cache = new TemporaryFolder();
        var service = new ExportService().With(2, 10);
        service.Breaks["part-0001.json.gz"] = new Queue<int>(Enumerable.Repeat(0, 50));
        await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, cache.Root));

        var next = new ExportService().With(2, 10);
        Assert.Equal(20, (await ReadAsync(next, cache.Root)).Count);
        Assert.Equal(0, next.Count("reconciliation.billed.export"));
        Assert.EndsWith("/operations/op-1", next.Requests[0].Path, StringComparison.Ordinal);

        var last = new ExportService().With(2, 10);
        Assert.Equal(20, (await ReadAsync(last, cache.Root)).Count);
        Assert.Equal(1, last.Count("reconciliation.billed.export"));
        Assert.Equal(0, last.Count("reconciliation.blob"));
    }

    [Theory]
    [InlineData("{'error':{'code':'NotFound'}}", 404, 0)]
    [InlineData("{'id':'op-1','status':'failed','error':{'code':'Internal'}}", 200, 0)]
    [InlineData("", 200, 25)]
    public async Task An_export_that_is_gone_or_failed_or_is_of_yesterday_is_asked_for_anew(string answer, int status, int hours)
    {
        using var cache = new TemporaryFolder();
        var service = new ExportService().With(1, 10);
        service.Breaks["part-0000.json.gz"] = new Queue<int>(Enumerable.Repeat(0, 50));
        await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, cache.Root));

        var next = new ExportService().With(1, 10);
        next.UtcNow = service.UtcNow.AddHours(hours);
        if (answer.Length > 0)
        {
            next.Looks.Add(Answer.Of(status, answer.Replace('\'', '"')));
            next.Looks.Add(next.Done());
        }

        Assert.Equal(10, (await ReadAsync(next, cache.Root)).Count);
        Assert.Equal(1, next.Count("reconciliation.billed.export"));
    }

    [Fact]
    public async Task The_files_are_fetched_without_our_token_and_their_secret_is_in_no_error()
    {
        var service = new ExportService().With(1, 1);
        await ReadAsync(service, null);
        PartnerRequest request = service.Requests.Single(call => call.Operation == "reconciliation.blob");
        Assert.False(request.NeedsToken);
        Assert.Equal("https://store.example/root/part-0000.json.gz?sv=2021&sig=first%2Fsecret", request.Address!.AbsoluteUri);
        Assert.DoesNotContain("sig", request.Path);

        service.ValidSecret = "another";
        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, null));

        Assert.Equal(PartnerErrorKind.Forbidden, failure.Kind);
        Assert.DoesNotContain("first", failure.ToString());
    }

    [Fact]
    public async Task An_access_that_has_ended_is_renewed_once_for_all_files()
    {
        var service = new ExportService { ValidSecret = "sv=2021&sig=second" }.With(4, 10);
        service.OnManifest = s => s.Secret = "sv=2021&sig=second";

        Assert.Equal(40, (await ReadAsync(service, null)).Count);

        Assert.Equal(1, service.Count("reconciliation.manifest"));
    }

    [Fact]
    public async Task Data_that_changed_meanwhile_is_not_mixed_with_what_was_read()
    {
        var service = new ExportService { ValidSecret = "other" }.With(1, 10);
        service.OnManifest = s => s.ETag = "version-2";

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, null));

        Assert.Equal(PartnerErrorKind.Conflict, failure.Kind);
    }

    [Fact]
    public async Task A_download_that_breaks_goes_on_where_it_broke()
    {
        var service = new ExportService().With(1, 2000);
        service.Breaks["part-0000.json.gz"] = new Queue<int>(new[] { 1000, 0, 700 });

        Assert.Equal(2000, (await ReadAsync(service, null)).Count);

        Assert.Equal(new[] { null, "bytes=1000-", "bytes=1000-", "bytes=1700-" }, Ranges(service));
    }

    [Fact]
    public async Task A_file_that_never_moves_on_is_an_error()
    {
        var service = new ExportService().With(1, 2000);
        service.Breaks["part-0000.json.gz"] = new Queue<int>(Enumerable.Repeat(0, 50));

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, null));

        Assert.Equal(PartnerErrorKind.ConnectionFailed, failure.Kind);
        Assert.Equal(5, Ranges(service).Length);
    }

    [Fact]
    public async Task Without_a_tag_of_the_file_nothing_is_put_together_from_two_answers()
    {
        var service = new ExportService { FileTag = null }.With(1, 2000);
        service.Breaks["part-0000.json.gz"] = new Queue<int>(new[] { 1000 });

        Assert.Equal(2000, (await ReadAsync(service, null)).Count);

        Assert.Equal(new string?[] { null, null }, Ranges(service));
    }

    [Fact]
    public async Task A_file_whose_hash_is_another_than_announced_is_not_read()
    {
        var service = new ExportService().With(1, 10);
        service.FileHeaders["Content-MD5"] = Convert.ToBase64String(new byte[16]);
        await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, null));

#pragma warning disable CA5351 // As the store announces it.
        service.FileHeaders["Content-MD5"] = Convert.ToBase64String(MD5.HashData(service.Files["part-0000.json.gz"]));
#pragma warning restore CA5351

        Assert.Equal(10, (await ReadAsync(service, null)).Count);
    }

    [Fact]
    public async Task A_cache_spares_the_next_run_what_is_whole_and_what_is_begun()
    {
        using var cache = new TemporaryFolder();
        var service = new ExportService().With(3, 1000);
        service.Breaks["part-0001.json.gz"] = new Queue<int>(Enumerable.Repeat(0, 50).Prepend(800));
        await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, cache.Root));

        var next = new ExportService().With(3, 1000);
        List<InvoiceLineItem> rows = await ReadAsync(next, cache.Root);

        Assert.Equal(Enumerable.Range(0, 3000).Select(n => $"order-{n}"), rows.Cast<ReconciliationLineItem>().Select(row => row.OrderId));
        PartnerRequest again = Assert.Single(next.Requests, request => request.Operation == "reconciliation.blob" && request.Path.EndsWith("part-0001.json.gz", StringComparison.Ordinal));
        Assert.Equal("bytes=800-", again.Headers["Range"]);
        Assert.DoesNotContain(next.Requests, request => request.Path.EndsWith("part-0000.json.gz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_version_starts_clean_and_the_old_files_go()
    {
        using var cache = new TemporaryFolder();
        await ReadAsync(new ExportService().With(2, 10), cache.Root);

        var service = new ExportService { ETag = "version/2?" }.With(2, 20);
        Assert.Equal(40, (await ReadAsync(service, cache.Root)).Count);

        Assert.Equal(2, service.Count("reconciliation.blob"));
        Assert.Equal(2, cache.Files("*.gz").Length);
    }

    [Fact]
    public async Task A_file_of_the_cache_that_was_changed_or_is_half_written_is_fetched_anew()
    {
        using var cache = new TemporaryFolder();
        await ReadAsync(new ExportService().With(3, 500), cache.Root);
        string[] files = cache.Files("*.gz").OrderBy(file => file, StringComparer.Ordinal).ToArray();
        File.WriteAllBytes(files[0], File.ReadAllBytes(files[0])[..^10]);
        File.Delete(files[1] + ".sha256");

        var service = new ExportService().With(3, 500);
        Assert.Equal(1500, (await ReadAsync(service, cache.Root)).Count);

        Assert.Equal(2, service.Count("reconciliation.blob"));
    }

    [Fact]
    public async Task Two_runs_do_not_use_one_cache_at_a_time()
    {
        using var cache = new TemporaryFolder();
        using InvoiceLineItemReader first = new ExportService().With(1, 10).Operations.Read(Request, new ReconciliationReadOptions { CachePath = cache.Root });
        await first.NextAsync();

        PartnerException refused = await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(new ExportService().With(1, 10), cache.Root));

        Assert.Equal(PartnerErrorKind.InvalidInput, refused.Kind);
    }

    [Fact]
    public async Task A_name_cannot_lead_out_of_the_folder()
    {
        using var cache = new TemporaryFolder();
        var service = new ExportService { Files = { ["..%2f..%2fevil.gz"] = ExportService.Zip(ExportService.Row(1)) } };
        string folder = cache.Path("inner");

        BlobFolder blobs = BlobFolder.InCache(folder, "../../key", "..");
        using (blobs)
        {
            Assert.StartsWith(folder, Path.GetFullPath(blobs.PathOf(0, "../../evil.gz")), StringComparison.Ordinal);
        }

        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("http://store.example/root", "compressedJSONLines")]
    [InlineData("https://store.example/root", "parquet")]
    public void An_export_that_cannot_be_read_safely_is_refused(string root, string format)
    {
        var manifest = new ReconciliationManifest { RootDirectory = root, DataFormat = format, ETag = "1" };

        PartnerException refused = Assert.Throws<PartnerException>(() => ReconciliationFiles.Open(new ExportService().Operations, Request, manifest, new ReconciliationReadOptions()));

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, refused.Kind);
    }

    [Fact]
    public async Task A_damaged_file_is_an_error_that_names_it_and_the_next_run_fetches_it_anew()
    {
        using var cache = new TemporaryFolder();
        var service = new ExportService().With(2, 5000);
        byte[] good = service.Files["part-0001.json.gz"];
        byte[] bad = (byte[])good.Clone();
        bad[good.Length / 2] ^= 0xFF;
        service.Files["part-0001.json.gz"] = bad;

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, cache.Root));
        Assert.Contains("part-0001.json.gz", failure.Message);

        service.Files["part-0001.json.gz"] = good;
        Assert.Equal(10000, (await ReadAsync(service, cache.Root)).Count);
    }

    [Fact]
    public async Task A_file_that_ends_in_the_middle_is_an_error()
    {
        var service = new ExportService().With(1, 5000);
        service.Files["part-0000.json.gz"] = service.Files["part-0000.json.gz"][..^200];

        await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(service, null));
    }

    [Fact]
    public async Task Nothing_is_left_of_a_reader_without_a_cache()
    {
        HashSet<string> before = Folders();
        var service = new ExportService().With(6, 100);
        using (InvoiceLineItemReader reader = service.Operations.Read(Request))
        {
            await reader.NextAsync();
        }

        Assert.DoesNotContain(Folders().Except(before), folder => Directory.GetFiles(folder).Any(file => file.Contains("part-000", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stopping_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        var service = new ExportService().With(2, 100);
        using InvoiceLineItemReader reader = service.Operations.Read(Request);
        await reader.NextAsync(stop.Token);
        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await reader.NextAsync(stop.Token) != null)
            {
            }
        });
    }

    private static HashSet<string> Folders() => Directory.GetDirectories(Path.GetTempPath(), "pcc-*").ToHashSet();

    private static string?[] Ranges(ExportService service) => service.Requests.Where(request => request.Operation == "reconciliation.blob")
        .Select(request => request.Headers.TryGetValue("Range", out string? range) ? range : null).ToArray();

    private static async Task<List<InvoiceLineItem>> ReadAsync(ExportService service, string? cache, ReconciliationRequest? request = null, List<PartnerException>? failures = null)
    {
        using InvoiceLineItemReader reader = service.Operations.Read(request ?? Request, new ReconciliationReadOptions { CachePath = cache });
        var rows = new List<InvoiceLineItem>();
        while (await reader.NextAsync() is { } batch)
        {
            rows.AddRange(batch.Items);
            failures?.AddRange(batch.Failures);
        }

        return rows;
    }
}
