using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What each operation on invoices sends.</summary>
public class InvoiceRequestTests
{
    private static readonly string Empty = """{"items":[]}""";

    public static TheoryData<string, string, Func<PartnerClient, Task>> Operations() => new()
    {
        { "invoices.summary", "/v1/invoices/summary", c => c.Invoices.Summary.GetAsync() },
        { "invoices.summaries", "/v1/invoices/summaries", c => c.Invoices.Summaries.GetAsync() },
        { "invoices.list", "/v1/invoices", c => c.Invoices.GetAsync() },
        { "invoices.list", "/v1/invoices?size=50&offset=100", c => c.Invoices.QueryAsync(new InvoiceQuery { Size = 50, Offset = 100 }) },
        { "invoices.get", "/v1/invoices/OneTime-G000024130", c => c.Invoices.ById(" OneTime-G000024130 ").GetAsync() },
        { "invoices.estimateLinks", "/v1/invoices/estimates/links?currencyCode=USD", c => c.Invoices.Estimates.Links.ByCurrencyAsync("usd") },
        {
            "invoices.lineItems",
            "/v1/invoices/G1/lineitems?provider=onetime&invoiceLineItemType=BillingLineItems&size=2000",
            c => c.Invoices.ById("G1").By("OneTime", "billing").Open().NextAsync()
        },
        {
            "invoices.lineItems",
            "/v1/invoices/G1/lineitems?provider=onetime&invoiceLineItemType=UsageLineItems&size=10&hasPartnerEarnedCredit=true",
            c => c.Invoices.ById("G1").By("one_time", "usage_line_items").Open(10, true).NextAsync()
        },
        {
            "invoices.lineItems",
            "/v1/invoices/D1/lineitems?provider=office&invoiceLineItemType=BillingLineItems&size=2000&offset=0",
            c => c.Invoices.ById("D1").By("Office", "BillingLineItems").Open().NextAsync()
        },
        {
            "invoices.lineItemsLegacy",
            "/v1/invoices/D1/lineitems/Azure/UsageLineItems?size=2000&offset=0",
            c => c.Invoices.ById("D1").By("azure", "usage").OpenLegacy().NextAsync()
        },
        {
            "invoices.lineItemsLegacy",
            "/v1/invoices/G1/lineitems/OneTime/BillingLineItems?size=7",
            c => c.Invoices.ById("G1").By("onetime", "billing").OpenLegacy(7).NextAsync()
        },
        {
            "invoices.unbilledLineItems",
            "/v1/invoices/unbilled/lineitems?provider=marketplace&invoiceLineItemType=UsageLineItems&currencyCode=EUR&period=previous&size=2000",
            c => c.Invoices.Unbilled("eur", "Previous").By("Marketplace", "usage").Open().NextAsync()
        },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_reads_where_the_contract_says(string operation, string path, Func<PartnerClient, Task> call)
    {
        using var transport = new ScriptedTransport(Answer.Json(Empty));

        await call(new PartnerClient(transport));

        Assert.Equal(("GET", operation, RetryClass.Read, path), (transport.Request.Method, transport.Request.Operation, transport.Request.RetryClass, transport.Request.Path));
    }

    [Theory]
    [InlineData("2024-01-01", null, """{"Field":"InvoiceDate","Value":"2024-01-01T00:00:00Z","Operator":"greater_than_or_equals"}""")]
    [InlineData(null, "2024-02-01", """{"Field":"InvoiceDate","Value":"2024-02-01T00:00:00Z","Operator":"less_than_or_equals"}""")]
    [InlineData("2024-01-01", "2024-02-01", """{"LeftFilter":{"Field":"InvoiceDate","Value":"2024-01-01T00:00:00Z","Operator":"greater_than_or_equals"},"RightFilter":{"Field":"InvoiceDate","Value":"2024-02-01T00:00:00Z","Operator":"less_than_or_equals"},"Operator":"and"}""")]
    public async Task Dates_become_the_filter_of_the_service(string? from, string? to, string filter)
    {
        using var transport = new ScriptedTransport(Answer.Json(Empty));

        await new PartnerClient(transport).Invoices.QueryAsync(new InvoiceQuery { From = Date(from), To = Date(to) });

        Assert.Equal("/v1/invoices?filter=" + Uri.EscapeDataString(filter), transport.Request.Path);
    }

    [Fact]
    public async Task Published_invoices_are_read_with_what_hangs_on_them()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/invoices-list-response.json"), Answer.Json(Empty));

        Page<Invoice> page = await new PartnerClient(transport).Invoices.GetAsync();
        await page.NextAsync();

        Invoice note = page.Items[1];
        Assert.Equal(("G000024130", 586366m, "CHF", "void_note"), (note.InvoiceId, note.TotalCharges, note.CurrencyCode, note.DocumentType));
        Assert.Equal("G000024130", Assert.Single(note.Amendments!).AmendsOf);
        Assert.Equal("234567", Assert.Single(note.AllTaxReceipts).Id);
        Assert.Equal("one_time billing_line_items", Assert.Single(note.InvoiceDetails!).ToString());
        Assert.Equal("/v1/invoices?size=2&offset=2", transport.Requests[1].Path);
    }

    [Fact]
    public async Task A_published_summary_is_read_with_its_split()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/invoice-summary-response.json"));

        InvoiceSummary summary = await new PartnerClient(transport).Invoices.Summary.GetAsync();

        Assert.NotNull(summary.BalanceAmount);
        Assert.All(summary.Details!, detail => Assert.NotNull(detail.Summary!.CurrencyCode));
    }

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task What_cannot_be_is_refused_before_anything_is_sent(string words, Func<PartnerClient, Task> call)
    {
        using var transport = new ScriptedTransport();

        var thrown = await Assert.ThrowsAsync<PartnerException>(() => call(new PartnerClient(transport)));

        Assert.Equal(PartnerErrorKind.InvalidInput, thrown.Kind);
        Assert.Contains(words, thrown.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Requests);
    }

    public static TheoryData<string, Func<PartnerClient, Task>> BadInput() => new()
    {
        { "invoice id is missing", c => Task.FromResult(c.Invoices.ById(" ")) },
        { "'../x' is not an invoice id", c => Task.FromResult(c.Invoices.ById("../x")) },
        { "not a tax receipt id", c => Task.FromResult(c.Invoices.ById("G1").Receipts.ById("a/b")) },
        { "'dollars' is not a currency", c => c.Invoices.Estimates.Links.ByCurrencyAsync("dollars") },
        { "The currency is missing", c => c.Invoices.Estimates.Links.ByCurrencyAsync("") },
        { "not a billing provider", c => Task.FromResult(c.Invoices.ById("G1").By("amazon", "billing")) },
        { "not a kind of line items", c => Task.FromResult(c.Invoices.ById("G1").By("onetime", "everything")) },
        { "not a billing period", c => Task.FromResult(c.Invoices.Unbilled("USD", "last")) },
        { "2001 is not the size of a page", c => c.Invoices.ById("G1").By("onetime", "billing").Open(2001).NextAsync() },
        { "no open charges", c => c.Invoices.Unbilled("USD", "current").By("onetime", "billing").OpenLegacy().NextAsync() },
        { "is after the last one", c => c.Invoices.QueryAsync(new InvoiceQuery { From = Date("2024-02-01"), To = Date("2024-01-01") }) },
        { "-1 is not a number of invoices", c => c.Invoices.QueryAsync(new InvoiceQuery { Offset = -1 }) },
    };

    private static DateTimeOffset? Date(string? text) => text == null ? null : DateTimeOffset.Parse(text, null, System.Globalization.DateTimeStyles.AssumeUniversal);
}
