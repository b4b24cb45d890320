using System.Collections.Generic;
using System.Net.Http;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The next links of the contract's examples, malformed ones included, are read.</summary>
public class NextLinkTests
{
    [Theory]
    [InlineData("/invoices?size=2&offset=2", "/v1/invoices?size=2&offset=2")]
    [InlineData("/v1/customers?size=40", "/v1/customers?size=40")]
    [InlineData("/V1/customers?size=40", "/V1/customers?size=40")]
    [InlineData("v1/customers?size=40", "/v1/customers?size=40")]
    [InlineData("customers?size=40", "/v1/customers?size=40")]
    [InlineData("//customers?size=40", "/v1/customers?size=40")]
    [InlineData("/v1//customers?size=40", "/v1/customers?size=40")]
    [InlineData("/v1///customers?size=40", "/v1/customers?size=40")]
    [InlineData("/v1beta/customers", "/v1/v1beta/customers")]
    public void The_version_root_is_there_once(string uri, string expected) => Assert.Equal(expected, After(uri));

    [Theory]
    [InlineData("/invoices/1/lineitems?provider=OneTime&nvoicelineitemtype=BillingLineItems&size=2?seekOperation=Next")]
    [InlineData("/invoices/1/lineitems?a=%2F%3D%20b&c=d,e")]
    [InlineData("/invoices/1/lineitems?filter={\"Field\":\"a//b\"}")]
    public void A_query_stays_as_the_service_wrote_it(string uri) => Assert.Equal("/v1" + uri, After(uri));

    [Theory]
    [InlineData("/lines?size=2&offset=", "/v1/lines?size=2&offset=7")]
    [InlineData("/lines?offset=&size=2", "/v1/lines?offset=7&size=2")]
    [InlineData("/lines?size=2&OFFSET=", "/v1/lines?size=2&OFFSET=7")]
    [InlineData("/lines?size=2&offset=2", "/v1/lines?size=2&offset=2")]
    [InlineData("/lines?dateoffset=&size=2", "/v1/lines?dateoffset=&size=2")]
    public void An_empty_offset_is_the_number_of_rows_that_were_read(string uri, string expected) => Assert.Equal(expected, After(uri, rows: 7));

    [Theory]
    [InlineData("https://evil.example/v1/customers?size=2", "/v1/customers?size=2")]
    [InlineData("http://evil.example/customers?size=2", "/v1/customers?size=2")]
    [InlineData("HTTPS://evil.example:8443/v1//customers", "/v1/customers")]
    [InlineData("https://api.partnercenter.microsoft.com/v1/customers?a=b?seekOperation=Next", "/v1/customers?a=b?seekOperation=Next")]
    public void An_absolute_link_does_not_change_the_host(string uri, string expected) => Assert.Equal(expected, After(uri));

    [Theory]
    [InlineData("//evil.example/customers")]
    [InlineData("\\\\evil.example\\customers")]
    [InlineData("@evil.example/customers")]
    [InlineData("ftp://evil.example/customers")]
    [InlineData("https:evil.example")]
    public void No_link_leaves_the_version_root(string uri) => Assert.StartsWith("/v1/", After(uri));

    [Theory]
    [InlineData("invoices-list-response", "/v1/invoices?size=2&offset=2")]
    [InlineData("invoice-lineitems-response-azure-usage", "/v1/invoices/1234000000/lineitems?provider=Azure&invoicelineitemtype=UsageLineItems&size=2&offset=2")]
    [InlineData("invoice-lineitems-response-office-billing", "/v1/invoices/1234000000/lineitems?provider=Office&nvoicelineitemtype=BillingLineItems&size=2&offset=7")]
    public void A_published_offset_list_leads_to_its_next_page(string example, string expected)
    {
        var page = PartnerJson.Read<PartnerCollection<Order>>(Fixture.Text($"contract/{example}.json"))!;

        Assert.Equal(expected, NextLink.After(Request("/v1/lines"), page.Links!.Next, page.ContinuationToken, 7)!.Value.Path);
    }

    [Theory]
    [InlineData("invoice-lineitems-response-onetime-page1", "d19617b8-fbe5-4684-a5d8-0230972fb0cf,0705c4a9-39f7-4261-ba6d-53e24a9ce47d_a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=,0d81c700-98b4-4b13-9129-ffd5620f72e7")]
    [InlineData("invoice-billed-usage-response-page1", "AQAAAA==")]
    [InlineData("invoice-billed-usage-response-page1-2021", "AQAAAA==")]
    [InlineData("invoice-unbilled-billing-response-page1", "AQAAAA==")]
    [InlineData("invoice-unbilled-usage-response-page1", "AQAAAA==")]
    public void A_published_seek_list_leads_to_its_next_page(string example, string token)
    {
        var page = PartnerJson.Read<PartnerCollection<Order>>(Fixture.Text($"contract/{example}.json"))!;

        var next = NextLink.After(Request("/v1/lines?size=2"), page.Links!.Next, page.ContinuationToken, 2)!.Value;

        Assert.Equal("/v1/lines?size=2&seekOperation=Next", next.Path);
        Assert.Equal(token, next.Headers["MS-ContinuationToken"]);
    }

    [Theory]
    [InlineData("/v1/customers", "/v1/customers?seekOperation=Next")]
    [InlineData("/v1/customers?size=40", "/v1/customers?size=40&seekOperation=Next")]
    [InlineData("/v1/customers?size=40&SeekOperation=next", "/v1/customers?size=40&SeekOperation=next")]
    public void The_seek_operation_is_there_once(string path, string expected) =>
        Assert.Equal(expected, NextLink.After(Request(path), null, "token", 0)!.Value.Path);

    [Fact]
    public void The_token_of_the_link_wins_over_that_at_top_level()
    {
        var link = new Link { Headers = new() { new LinkHeader { Key = "ms-continuationtoken", Value = "of the link" } } };

        Assert.Equal("of the link", NextLink.After(Request("/v1/a"), link, "at top level", 0)!.Value.Headers["MS-ContinuationToken"]);
    }

    [Fact]
    public void Half_a_header_is_left_out()
    {
        var link = new Link { Uri = "/b", Headers = new() { new LinkHeader { Key = "X-A" }, new LinkHeader { Value = "x" }, null! } };

        Assert.Empty(NextLink.After(Request("/v1/a"), link, null, 0)!.Value.Headers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_link_and_token_there_is_no_next_page(string? uri)
    {
        Assert.Null(NextLink.After(Request("/v1/a"), uri == null ? null : new Link { Uri = uri, Headers = new List<LinkHeader>() }, uri, 0));
    }

    private static string After(string uri, int rows = 0) => NextLink.After(Request("/v1/first"), new Link { Uri = uri }, null, rows)!.Value.Path;

    private static PartnerRequest Request(string path) => new("orders.list", HttpMethod.Get.Method, path, RetryClass.Read, new RequestContext());
}
