using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Which sets of line items a request means, and which interface has them.</summary>
public class LineItemSetTests
{
    [Theory]
    [InlineData("2019-09-05", "one_time", "v1")]
    [InlineData("2024-05-08", "one_time", "v1")]
    [InlineData("2025-04-30T23:59:59Z", "one_time", "v1")]
    [InlineData("2025-05-01T00:00:00Z", "one_time", "v2")]
    [InlineData("2025-05-08", "marketplace", "v2")]
    [InlineData("2027-05-08", "office", "v1")]
    [InlineData("2027-05-08", "azure", "v1")]
    [InlineData(null, "one_time", "v1")]
    public async Task The_interface_is_picked_by_provider_and_date_of_the_invoice(string? date, string provider, string api)
    {
        using var transport = new ScriptedTransport();

        InvoiceLineItemSource source = Assert.Single(await FindAsync(transport, new InvoiceLineItemRequest { Invoice = Invoice(date, (provider, "billing_line_items")) }));

        Assert.Equal(api, source.Api);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Where_there_is_no_v2_everything_is_v1()
    {
        Assert.Equal("v1", Assert.Single(await FindAsync(new ScriptedTransport(), new InvoiceLineItemRequest { HasV2 = false, Invoice = Invoice("2027-01-01", ("one_time", "billing")) })).Api);
    }

    [Theory]
    [InlineData("2026-03-14T23:59:59Z", "one_time", "v1")]
    [InlineData("2026-03-15T00:00:00Z", "one_time", "v2")]
    [InlineData("2026-03-15T00:00:00Z", "azure", "v1")]
    public async Task Open_charges_move_to_v2_on_a_day_of_the_connections_clock(string now, string provider, string api)
    {
        var request = new InvoiceLineItemRequest { CurrencyCode = "usd", Period = "Previous", Providers = new[] { provider } };

        InvoiceLineItemSource source = Assert.Single(await FindAsync(new ScriptedTransport(), request, now));

        Assert.Equal((null, api, "USD", "previous"), (source.InvoiceId, source.Api, source.CurrencyCode, source.Period));
    }

    [Fact]
    public async Task Every_provider_is_each_that_the_invoice_has()
    {
        Invoice invoice = Invoice("2019-09-05", ("office", "billing_line_items"), ("Azure", "BillingLineItems"), ("azure", "usage_line_items"), ("office", "billing_line_items"));

        Assert.Equal(
            new[] { "billing_line_items of office of invoice G1", "billing_line_items of azure of invoice G1" },
            (await FindAsync(new ScriptedTransport(), new InvoiceLineItemRequest { Invoice = invoice, Providers = new[] { "All" } })).Select(source => source.ToString()));
        Assert.Equal(
            new[] { "usage_line_items of azure of invoice G1" },
            (await FindAsync(new ScriptedTransport(), new InvoiceLineItemRequest { Invoice = invoice, LineItemTypes = new[] { "usage" } })).Select(source => source.ToString()));
    }

    [Fact]
    public async Task A_part_of_an_invoice_that_does_not_say_its_type_is_not_left_out()
    {
        Invoice invoice = Invoice("2019-09-05", ("azure", "usage_line_items"), ("office", null), ("one_time", "billing_line_items"), ("one_time", null));

        Assert.Equal(
            new[] { "billing_line_items of office of invoice G1", "billing_line_items of one_time of invoice G1" },
            (await FindAsync(new ScriptedTransport(), new InvoiceLineItemRequest { Invoice = invoice })).Select(source => source.ToString()));
    }

    [Fact]
    public async Task Usage_of_the_marketplace_is_not_read_twice()
    {
        Invoice invoice = Invoice("2019-09-05", ("one_time", "usage_line_items"), ("marketplace", "usage_line_items"));

        Assert.Equal("one_time", Assert.Single(await FindAsync(new ScriptedTransport(), new InvoiceLineItemRequest { Invoice = invoice, LineItemTypes = new[] { "usage" } })).Provider);
    }

    [Theory]
    [InlineData("Recurring", "office")]
    [InlineData("OneTime", "one_time")]
    [InlineData(null, "one_time")]
    public async Task An_invoice_that_does_not_say_what_it_has_is_taken_by_its_type(string? type, string provider)
    {
        var invoice = new Invoice { Id = "G1", InvoiceType = type };

        Assert.Equal(provider, Assert.Single(await FindAsync(new ScriptedTransport(), new InvoiceLineItemRequest { Invoice = invoice })).Provider);
    }

    [Fact]
    public async Task An_id_alone_reads_the_invoice()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"id":"G1","invoiceDate":"2025-06-08T00:00:00Z","invoiceDetails":[{"billingProvider":"one_time","invoiceLineItemType":"billing_line_items"}]}"""));

        Assert.Equal("v2", Assert.Single(await FindAsync(transport, new InvoiceLineItemRequest { InvoiceId = "G1" })).Api);
        Assert.Equal("invoices.get", transport.Request.Operation);
    }

    [Fact]
    public async Task A_token_without_a_user_finds_the_invoice_in_the_list()
    {
        using var transport = new ScriptedTransport(
            Answer.Of(403, """{"code":"900329","description":"App only."}"""),
            Answer.Fixture("contract/invoices-list-response.json"));

        Assert.Equal("office", Assert.Single(await FindAsync(transport, new InvoiceLineItemRequest { InvoiceId = "Recurring-D02005YFHI" })).Provider);
        Assert.Equal("invoices.list", transport.Requests[1].Operation);
    }

    [Fact]
    public async Task An_invoice_that_is_in_no_list_either_is_refused_as_it_was()
    {
        using var transport = new ScriptedTransport(Answer.Of(403, """{"code":"900329","description":"App only."}"""), Answer.Json("""{"items":[]}"""));

        Assert.Equal("900329", (await Assert.ThrowsAsync<PartnerException>(() => FindAsync(transport, new InvoiceLineItemRequest { InvoiceId = "G1" }))).ServiceCode);
    }

    [Theory]
    [InlineData("one_time", "v1")]
    [InlineData("azure", null)]
    public async Task What_is_decided_reads_nothing_beforehand(string provider, string? api)
    {
        using var transport = new ScriptedTransport();

        Assert.Single(await FindAsync(transport, new InvoiceLineItemRequest { InvoiceId = "G1", Providers = new[] { provider }, Api = api }));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task An_interface_that_does_not_exist_is_refused() =>
        Assert.Contains("'v3' is not an interface", (await Assert.ThrowsAsync<PartnerException>(() => FindAsync(new ScriptedTransport(), new InvoiceLineItemRequest { InvoiceId = "G1", Api = "v3" }))).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_way_to_v2_that_is_said() =>
        Assert.Contains("Microsoft Graph", Assert.Throws<PartnerException>(() => InvoiceLineItemSets.Open(
            new PartnerClient(new ScriptedTransport()), new InvoiceLineItemRequest(), new InvoiceLineItemSource("G1", "onetime", "billing", "v2"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/invoices/unbilled/lineitems?provider=Marketplace&invoicelineitemtype=UsageLineItems&currencycode=USD&period=previous&size=2000")]
    [InlineData("/invoices/unbilled/lineitems?provider=Marketplace?invoicelineitemtype=UsageLineItems&currencycode=usd&period=previous")]
    public async Task An_estimate_link_says_all_that_is_needed(string uri)
    {
        var request = new InvoiceLineItemRequest();
        new EstimateLink { Link = new Link { Uri = uri } }.AddTo(request);

        InvoiceLineItemSource source = Assert.Single(await FindAsync(new ScriptedTransport(), request));

        Assert.Equal(("marketplace", "usage_line_items", "USD", "previous"), (source.Provider, source.LineItemType, source.CurrencyCode, source.Period));
    }

    private static Task<IReadOnlyList<InvoiceLineItemSource>> FindAsync(IPartnerTransport transport, InvoiceLineItemRequest request, string now = "2025-01-01T00:00:00Z") =>
        InvoiceLineItemSets.FindAsync(new PartnerClient(transport, new FrozenClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))), request);

    private static Invoice Invoice(string? date, params (string Provider, string? Type)[] sets) => new()
    {
        Id = "G1",
        InvoiceDate = date == null ? null : DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal),
        InvoiceDetails = sets.Select(set => new InvoiceDetail { BillingProvider = set.Provider, InvoiceLineItemType = set.Type }).ToList(),
    };
}
