using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Documents go to files: the old one or none, until the new one is complete.</summary>
public sealed class StatementTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pcc-statements").FullName;

    private string File => Path.Combine(folder, "a", "b", "invoice.pdf");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_statement_is_asked_for_as_a_document_and_saved()
    {
        using var transport = new ScriptedTransport(Answer.Of(200, "%PDF-1.7 ..."));

        FileInfo saved = await Statement(transport).SaveAsync(File);

        Assert.Equal(("invoices.statement", "/v1/invoices/G1/documents/statement"), (transport.Request.Operation, transport.Request.Path));
        Assert.Equal("application/pdf", transport.Request.Headers["Accept"]);
        Assert.Equal(File, saved.FullName);
        Assert.Equal("%PDF-1.7 ...", System.IO.File.ReadAllText(File));
        Assert.Equal(new[] { "invoice.pdf" }, Names());
    }

    [Fact]
    public async Task A_receipt_is_another_document()
    {
        using var transport = new ScriptedTransport(Answer.Of(200, "%PDF"));
        InvoiceStatementOperations receipt = new PartnerClient(transport).Invoices.ById("G1").Receipts.ById("123456").Documents.Statement;

        await receipt.SaveAsync(File);

        Assert.Equal(("invoices.receiptStatement", "/v1/invoices/G1/receipts/123456/documents/statement"), (transport.Request.Operation, transport.Request.Path));
        Assert.Equal("E-Tax-123456.pdf", receipt.FileName);
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(200, "")]
    [InlineData(204, "")]
    public async Task A_failure_leaves_nothing_not_even_the_folder(int status, string body)
    {
        using var transport = new ScriptedTransport(Answer.Of(status, body));

        await Assert.ThrowsAsync<PartnerException>(() => Statement(transport).SaveAsync(File));

        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_file_that_exists_is_refused_before_anything_is_sent()
    {
        Write("old");
        using var transport = new ScriptedTransport();

        Assert.Equal(PartnerErrorKind.InvalidInput, (await Assert.ThrowsAsync<PartnerException>(() => Statement(transport).SaveAsync(File))).Kind);
        Assert.Equal("old", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task Overwriting_replaces_it_when_the_new_one_is_complete()
    {
        Write("old and longer");
        using var transport = new ScriptedTransport(Answer.Of(200, "new"));

        await Statement(transport).SaveAsync(File, overwrite: true);

        Assert.Equal("new", System.IO.File.ReadAllText(File));
        Assert.Equal(new[] { "invoice.pdf" }, Names());
    }

    [Fact]
    public async Task A_download_that_breaks_leaves_the_old_file()
    {
        Write("old");
        using var transport = new ScriptedTransport(new PartnerAnswer(200, null, Answer.Of(200, "").Headers, new Breaking(_ => throw new IOException("gone"))));

        await Assert.ThrowsAsync<IOException>(() => Statement(transport).SaveAsync(File, overwrite: true));

        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.Equal(new[] { "invoice.pdf" }, Names());
    }

    [Fact]
    public async Task Stopping_leaves_the_old_file()
    {
        Write("old");
        using var stop = new CancellationTokenSource();
        using var transport = new ScriptedTransport(new PartnerAnswer(200, null, Answer.Of(200, "").Headers, new Breaking(token =>
        {
            stop.Cancel();
            token.ThrowIfCancellationRequested();
        })));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Statement(transport).SaveAsync(File, true, null, stop.Token));

        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.Equal(new[] { "invoice.pdf" }, Names());
    }

    [Fact]
    public async Task What_a_killed_download_left_is_written_over()
    {
        Write("old");
        System.IO.File.WriteAllText(File + ".partial", "a half that is longer than the whole");
        using var transport = new ScriptedTransport(Answer.Of(200, "new"));

        await Statement(transport).SaveAsync(File, overwrite: true);

        Assert.Equal("new", System.IO.File.ReadAllText(File));
        Assert.Equal(new[] { "invoice.pdf" }, Names());
    }

    [Fact]
    public async Task Each_try_begins_the_file_anew()
    {
        using var transport = new TwiceTransport("the first try got far", "second");

        await new PartnerClient(transport).Invoices.ById("G1").Documents.Statement.SaveAsync(File);

        Assert.Equal("second", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task Two_downloads_of_one_file_do_not_write_into_each_other()
    {
        Write("old");
        using FileStream other = new(File + ".partial", FileMode.Create, FileAccess.Write, FileShare.None);
        using var transport = new ScriptedTransport(Answer.Of(200, "new"));

        Assert.Equal(PartnerErrorKind.FileFailed, (await Assert.ThrowsAsync<PartnerException>(() => Statement(transport).SaveAsync(File, true))).Kind);
        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.True(System.IO.File.Exists(File + ".partial"));
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_is_said_as_such()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var transport = new ScriptedTransport(Answer.Of(200, "new"));

        // A file where a folder is needed.
        System.IO.File.WriteAllText(Path.Combine(folder, "file"), "x");
        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Statement(transport).SaveAsync(Path.Combine(folder, "file", "invoice.pdf")));

        Assert.Equal(PartnerErrorKind.FileFailed, thrown.Kind);
        Assert.Contains("cannot be written", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_is_not_ready_is_waited_for()
    {
        using var transport = new ScriptedTransport(Answer.Of(204, "", null, ("Retry-After", "5")), Answer.Of(200, "%PDF"));

        await new PartnerClient(transport, new FrozenClock(DateTimeOffset.UnixEpoch)).Invoices.ById("G1").Documents.Statement.SaveAsync(File);

        Assert.Equal("%PDF", System.IO.File.ReadAllText(File));
        Assert.Equal(2, transport.Requests.Count);
    }

    private static InvoiceStatementOperations Statement(IPartnerTransport transport) => new PartnerClient(transport).Invoices.ById("G1").Documents.Statement;

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text);
    }

    private string[] Names() => Directory.GetFiles(Path.GetDirectoryName(File)!).Select(path => Path.GetFileName(path)).ToArray();

    private sealed class Breaking(Action<CancellationToken> end) : MemoryStream(new byte[] { 1, 2, 3 })
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            int read = await base.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
            if (read == 0)
            {
                end(cancellationToken);
            }

            return read;
        }
    }

    /// <summary>Hands the sink two bodies, as a transport does that tries again.</summary>
    private sealed class TwiceTransport(params string[] bodies) : IPartnerTransport
    {
        public async Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
        {
            foreach (string body in bodies)
            {
                await request.Sink!.TakeAsync(Answer.Of(200, body), cancellationToken);
            }

            return read(Answer.Of(200, ""));
        }

        public void Dispose()
        {
        }
    }
}
