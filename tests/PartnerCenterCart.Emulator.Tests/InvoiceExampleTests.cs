using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>What the published invoices and lines have, the emulator's have too, in the same kinds of value; the amounts are its own.</summary>
public class InvoiceExampleTests
{
    [Fact]
    public async Task The_list_is_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        JObject published = (JObject)ContractExample.Read("invoices-list-response");
        JObject answer = (await service.GetAsync("/v1/invoices?size=2&offset=0")).Json;
        string[] ids = published["items"]!.Ids();
        answer["items"] = new JArray(answer["items"]!.Where(item => ids.Contains((string)item["id"]!)));
        Assert.Equal(
        [
            "~totalCount",
            // The seed is made anew: its lines add up to another total.
            "~items[0].totalCharges", "~items[1].totalCharges", "~items[1].amendments[0].totalCharges",
            // Two legacy invoices exist, so that there is no second page.
            "-links.next",
        ],
        JsonDifference.Between(published, answer));
    }

    [Fact]
    public async Task The_summary_is_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        await AssertShapeAsync(service, "invoice-summary-response", "/v1/invoices/summary");
        JObject answer = (await service.GetAsync("/v1/invoices/summary")).Json;
        JToken published = ContractExample.Read("invoice-summary-response");
        Assert.Equal(published["details"]!.Select(detail => (string)detail["invoiceType"]!), answer["details"]!.Select(detail => (string)detail["invoiceType"]!));
        Assert.Equal(ShapeOf(published["details"]![0]!["summary"]!), ShapeOf(answer["details"]![0]!["summary"]!));
        Assert.Empty(JsonDifference.Between(published["links"]!, answer["links"]!));
    }

    [Fact]
    public async Task The_estimate_links_are_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.GetAsync("/v1/invoices/estimates/links?currencyCode=usd");
        Assert.Empty(JsonDifference.Between(ContractExample.Read("invoice-estimate-links-response"), answer.Json));
        Assert.Equal((400, "3000"), Code(await service.GetAsync("/v1/invoices/estimates/links")));
    }

    [Theory]
    [InlineData("invoice-lineitems-response-office-billing", "1234000000", "provider=Office&invoicelineitemtype=BillingLineItems&size=2", new string[0])]
    [InlineData("invoice-lineitems-response-azure-usage", "1234000000", "provider=Azure&invoicelineitemtype=UsageLineItems&size=2", new string[0])]
    // Members of the documentation's tables that the published pages do not show.
    [InlineData("invoice-lineitems-response-onetime-page1", "G000773581", "provider=OneTime&invoicelineitemtype=BillingLineItems&size=4", new[] { "+creditReasonCode:String" })]
    [InlineData("invoice-billed-usage-response-page1", "T000001234", "provider=onetime&invoicelineitemtype=usagelineitems&currencycode=usd&period=previous&size=2", new[] { "+hasPartnerEarnedCredit:Boolean" })]
    public async Task Lines_of_invoices_are_as_published(string example, string invoice, string query, string[] expected)
    {
        await using TestService service = await TestService.StartAsync();
        JObject published = (JObject)ContractExample.Read(example);
        JObject answer = (await service.GetAsync("/v1/invoices/" + invoice + "/lineitems?" + query)).Json;
        Assert.Equal(((JArray)published["items"]!).Count, ((JArray)answer["items"]!).Count);
        Assert.Equal(expected, Difference(ShapeOf(published["items"]![0]!), ShapeOf(answer["items"]![0]!)));
        Assert.Equal(ShapeOf(published), ShapeOf(answer));
    }

    [Theory]
    [InlineData("invoice-lineitems-response-onetime-page1", "G000773581", "/v1/invoices/G000773581/lineitems?provider=OneTime&invoicelineitemtype=BillingLineItems&size=2")]
    [InlineData("invoice-billed-usage-response-page1", "T000001234", "/v1/invoices/T000001234/lineitems?provider=onetime&invoicelineitemtype=usagelineitems&currencycode=usd&period=previous&size=2000")]
    [InlineData("invoice-lineitems-response-azure-usage", "1234000000", "/v1/invoices/1234000000/lineitems?provider=Azure&invoicelineitemtype=UsageLineItems&size=2")]
    public async Task The_links_between_pages_are_as_published(string example, string invoice, string path)
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/invoices", new { id = invoice, type = invoice[0] == '1' ? "Recurring" : "OneTime", date = "2019-09-05T00:00:00Z", lines = 3000, usageLines = 3000 });
        JToken published = ContractExample.Read(example)["links"]!;
        JToken links = (await service.GetAsync(path)).Json["links"]!;
        Assert.Equal((string?)published["self"]!["uri"], (string?)links["self"]!["uri"]);
        Assert.Equal((string?)published["next"]!["uri"], (string?)links["next"]!["uri"]);
        Assert.Equal(published["next"]!["headers"]!.Select(header => (string)header["key"]!), links["next"]!["headers"]!.Select(header => (string)header["key"]!));
    }

    [Fact]
    public async Task Open_charges_are_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        const string Query = "&currencycode=usd&period=current&size=2000";
        JToken published = ContractExample.Read("invoice-unbilled-billing-response-page1")["items"]![2]!;
        JToken line = (await service.GetAsync("/v1/invoices/unbilled/lineitems?provider=onetime&invoicelineitemtype=billinglineitems" + Query)).Json["items"]![0]!;
        string[] added = ["+productQualifiers:Array", "+referenceId:String", "+billingFrequency:String", "+invoiceLineItemType:String", "+billingProvider:String", "+promotionId:String", "+creditReasonCode:String"];
        Assert.Equal(added.Order(), Difference(ShapeOf(published), ShapeOf(line)).Where(text => !text.EndsWith(":Number", System.StringComparison.Ordinal) && !text.Contains("resellerMpnId", System.StringComparison.Ordinal)).Order());
        Assert.Equal(("", 0m, 0m), ((string)line["invoiceNumber"]!, (decimal)line["taxTotal"]!, (decimal)line["totalForCustomer"]!));

        JObject mixed = (JObject)ContractExample.Read("invoice-unbilled-billing-response-provider-all-2021")["items"]![0]!;
        JObject all = (JObject)(await service.GetAsync("/v1/invoices/unbilled/lineitems?provider=all&invoicelineitemtype=billinglineitems" + Query)).Json["items"]![0]!;
        Assert.Empty(mixed.Properties().Select(member => member.Name).Except(all.Properties().Select(member => member.Name)));
    }

    private static async Task AssertShapeAsync(TestService service, string example, string path) =>
        Assert.Equal(ShapeOf(ContractExample.Read(example)), ShapeOf((await service.GetAsync(path)).Json));

    private static (int Status, string? Code) Code(Answer answer) => (answer.Status, answer.Code);

    private static List<string> Difference(List<string> published, List<string> answered) =>
        [.. published.Except(answered).Select(member => "-" + member), .. answered.Except(published).Select(member => "+" + member)];

    // Names with the kind of their value; numbers and nulls count as what they stand for.
    private static List<string> ShapeOf(JToken token) => ((JObject)token).Properties()
        .Where(member => member.Name != "attributes/objectType")
        .Select(member => member.Name + ":" + (member.Value.Type is JTokenType.Integer or JTokenType.Float ? "Number" : member.Value.Type.ToString()))
        .Order(System.StringComparer.Ordinal).ToList();
}
