using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Rows page by page, one page ahead and no more.</summary>
public class LineItemPagingTests
{
    private const string Path = "/v1/invoices/G1/lineitems?provider=onetime&invoiceLineItemType=BillingLineItems&size=2000";

    [Fact]
    public async Task Pages_follow_each_other_by_token()
    {
        using var transport = new ScriptedTransport(Page("a", "1", "2"), Page("b"), Page(null, "3"));

        Assert.Equal(new[] { "1", "2", "3" }, await ReadAllAsync(Open(transport)));
        Assert.Equal(new[] { Path, Path + "&seekOperation=Next", Path + "&seekOperation=Next" }, transport.Requests.Select(request => request.Path));
        Assert.Equal(new[] { "a", "b" }, transport.Requests.Skip(1).Select(request => request.Headers["MS-ContinuationToken"]));
    }

    [Fact]
    public async Task Malformed_published_links_are_not_followed_where_there_is_a_token()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/invoice-lineitems-response-onetime-page1.json"), Page(null));

        await ReadAllAsync(Open(transport));

        Assert.Equal(Path + "&seekOperation=Next", transport.Requests[1].Path);
    }

    [Fact]
    public async Task Legacy_rows_are_paged_by_offset()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/invoice-lineitems-response-azure-usage.json"), Page(null));

        await ReadAllAsync(new PartnerClient(transport).Invoices.ById("1234000000").By("azure", "usage").Open(2));

        Assert.Equal("/v1/invoices/1234000000/lineitems?provider=Azure&invoicelineitemtype=UsageLineItems&size=2&offset=2", transport.Requests[1].Path);
    }

    [Fact]
    public async Task A_service_that_sends_in_a_circle_is_noticed()
    {
        using var transport = new ScriptedTransport(Page("a", "1"), Page("a", "2"), Page("a", "3"));

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => ReadAllAsync(Open(transport)));

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, thrown.Kind);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"items\":[{")]
    [InlineData("<html>")]
    public async Task What_is_no_page_is_unreadable(string body)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, (await Assert.ThrowsAsync<PartnerException>(() => ReadAllAsync(Open(transport)))).Kind);
    }

    [Fact]
    public async Task Rows_that_are_not_ready_are_waited_for_as_long_as_the_service_says()
    {
        using var transport = new ScriptedTransport(Wait("20"), Wait("40"), Page(null, "1"));
        var clock = new JumpingClock();
        var notes = new List<CallNote>();

        Assert.Equal(new[] { "1" }, await ReadAllAsync(Open(transport, clock, new RequestContext(observer: new Log(notes)))));
        Assert.Equal(new[] { 20d, 40d }, clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.All(notes, note => Assert.Equal(CallNoteKind.Waiting, note.Kind));
        Assert.Equal(3, transport.Requests.Select(request => request.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task The_wait_is_bounded_and_says_so()
    {
        using var transport = new ScriptedTransport(Enumerable.Range(0, 40).Select(_ => Wait("60")).ToArray());

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => ReadAllAsync(Open(transport, new JumpingClock())));

        Assert.Equal(PartnerErrorKind.Timeout, thrown.Kind);
        Assert.Contains("still preparing the data, and more than 15 minutes", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(16, transport.Requests.Count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    public async Task A_wait_of_no_time_takes_a_second(string seconds)
    {
        using var transport = new ScriptedTransport(Wait(seconds), Page(null, "1"));
        var clock = new JumpingClock();

        await ReadAllAsync(Open(transport, clock));

        Assert.True(clock.Waits.Count == 0 || clock.Waits.Single() == TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task No_content_without_a_wait_is_an_empty_set()
    {
        using var transport = new ScriptedTransport(Answer.Of(204, ""));

        Assert.Empty(await ReadAllAsync(Open(transport)));
    }

    [Fact]
    public async Task The_next_page_is_asked_for_when_the_first_row_is_out_and_no_sooner()
    {
        using var transport = new ScriptedTransport(Page("a", "1"), Page("b", "2"), Page(null, "3"));
        var asked = new List<(int Page, int BeforeFirstRow, int AfterFirstRow)>();
        int page = 0;

        await Open(transport).ReadAheadAsync(async (_, begun) =>
        {
            page++;
            int before = transport.Requests.Count;
            begun();
            await WaitForAsync(() => transport.Requests.Count == Math.Min(page + 1, 3));
            asked.Add((page, before, transport.Requests.Count));
        });

        Assert.Equal(new[] { (1, 1, 2), (2, 2, 3), (3, 3, 3) }, asked);
    }

    [Fact]
    public async Task A_page_that_fails_comes_up_after_the_rows_before_it()
    {
        using var transport = new ScriptedTransport(Page("a", "1"), Answer.Of(500, ""));
        bool isDone = false;

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => Open(transport).ReadAheadAsync(async (_, begun) =>
        {
            begun();
            await WaitForAsync(() => transport.Requests.Count == 2);
            await Task.Yield();
            isDone = true;
        }));

        Assert.Equal(PartnerErrorKind.ServiceError, thrown.Kind);
        Assert.True(isDone);
    }

    [Fact]
    public async Task What_the_receiver_throws_ends_the_reading()
    {
        using var transport = new ScriptedTransport(Page("a", "1"), Page(null, "2"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Open(transport).ReadAheadAsync((_, _) => Task.FromException(new InvalidOperationException())));

        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task Rows_of_v2_come_through_v1_where_v2_says_that_it_has_no_such_invoice()
    {
        using var transport = new ScriptedTransport(Page(null, "1"));
        var client = new PartnerClient(transport);
        var request = new InvoiceLineItemRequest { OpenV2 = (_, source) => new Refusing(source, "5000") };

        using InvoiceLineItemReader reader = InvoiceLineItemSets.Open(client, request, new InvoiceLineItemSource("G1", "onetime", "billing", "v2"));

        Assert.Equal(new[] { "1" }, await ReadAllAsync(reader));
        Assert.Equal("/v1/invoices/G1/lineitems?provider=onetime&invoiceLineItemType=BillingLineItems&size=2000", transport.Request.Path);
    }

    [Theory]
    [InlineData("5000", "v2")]
    [InlineData("4999", null)]
    public async Task Another_refusal_of_v2_and_one_that_was_asked_for_stay(string code, string? api)
    {
        using var transport = new ScriptedTransport();
        var request = new InvoiceLineItemRequest { Api = api, OpenV2 = (_, source) => new Refusing(source, code) };

        using InvoiceLineItemReader reader = InvoiceLineItemSets.Open(new PartnerClient(transport), request, new InvoiceLineItemSource("G1", "onetime", "billing", "v2"));

        Assert.Equal(code, (await Assert.ThrowsAsync<PartnerException>(() => reader.NextAsync())).ServiceCode);
    }

    [Fact]
    public async Task Open_charges_that_v2_does_not_have_are_not_looked_for_where_v1_is_retired()
    {
        using var transport = new ScriptedTransport();
        var client = new PartnerClient(transport, new FrozenClock(new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero)));
        var request = new InvoiceLineItemRequest { OpenV2 = (_, source) => new Refusing(source, "5000") };

        using InvoiceLineItemReader reader = InvoiceLineItemSets.Open(client, request, new InvoiceLineItemSource(null, "onetime", "billing", "v2", "USD", "current"));

        Assert.Equal("5000", (await Assert.ThrowsAsync<PartnerException>(() => reader.NextAsync())).ServiceCode);
    }

    private static InvoiceLineItemReader Open(ScriptedTransport transport, IClock? clock = null, RequestContext? context = null) =>
        new PartnerClient(transport, clock, context).Invoices.ById("G1").By("onetime", "billing").Open();

    private static async Task<List<string?>> ReadAllAsync(InvoiceLineItemReader reader)
    {
        var rows = new List<string?>();
        while (await reader.NextAsync() is { } batch)
        {
            rows.AddRange(batch.Items.Select(row => row is OneTimeInvoiceLineItem item ? item.SkuId : row.ToString()));
        }

        return rows;
    }

    private static PartnerAnswer Page(string? token, params string[] rows) => Answer.Json(
        $$"""{"items":[{{string.Join(",", rows.Select(row => $$"""{"skuId":"{{row}}"}"""))}}]{{(token == null ? "" : $$""","continuationToken":"{{token}}" """)}}}""");

    private static PartnerAnswer Wait(string seconds) => Answer.Of(204, "", null, ("Retry-After", seconds));

    private static async Task WaitForAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    private sealed class JumpingClock : IClock
    {
        public List<TimeSpan> Waits { get; } = new();

        public DateTimeOffset UtcNow { get; private set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
        {
            Waits.Add(duration);
            UtcNow += duration;
            return Task.CompletedTask;
        }
    }

    private sealed class Log(List<CallNote> notes) : ICallObserver
    {
        public bool WantsContent => false;

        public void Note(CallNote note) => notes.Add(note);
    }

    private sealed class Refusing(InvoiceLineItemSource source, string code) : InvoiceLineItemReader(source)
    {
        public override Task PrepareAsync(CancellationToken cancellationToken = default) =>
            throw new PartnerException(PartnerErrorKind.BadRequest, "No.") { ServiceCode = code };

        public override async Task<InvoiceLineItemBatch?> NextAsync(CancellationToken cancellationToken = default)
        {
            await PrepareAsync(cancellationToken);
            return null;
        }
    }
}
