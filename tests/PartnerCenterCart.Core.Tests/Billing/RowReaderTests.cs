using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Rows have a reader of their own, for speed; it must read what the serializer of all other resources reads.</summary>
public class RowReaderTests
{
    public static TheoryData<string> RowModels() => ContractModel.Fixtures(BillingModels.All.Where(model => typeof(InvoiceLineItem).IsAssignableFrom(model.Type)));

    public static TheoryData<string, Type> Examples() => new()
    {
        { "invoice-lineitems-response-office-billing.json", typeof(LicenseBasedLineItem) },
        { "invoice-lineitems-response-azure-usage.json", typeof(DailyUsageLineItem) },
        { "invoice-lineitems-response-onetime-page1.json", typeof(OneTimeInvoiceLineItem) },
        { "invoice-lineitems-response-onetime-page2-2021.json", typeof(OneTimeInvoiceLineItem) },
        { "invoice-billed-usage-response-page1.json", typeof(DailyRatedUsageLineItem) },
        { "invoice-billed-usage-response-page1-2021.json", typeof(DailyRatedUsageLineItem) },
        { "invoice-unbilled-billing-response-page1.json", typeof(OneTimeInvoiceLineItem) },
        { "invoice-unbilled-billing-response-page2-2021.json", typeof(OneTimeInvoiceLineItem) },
        { "invoice-unbilled-billing-response-provider-all-2021.json", typeof(OneTimeInvoiceLineItem) },
        { "invoice-unbilled-usage-response-page1.json", typeof(DailyRatedUsageLineItem) },
    };

    [Theory]
    [MemberData(nameof(RowModels))]
    public void A_row_of_each_model_is_read_member_by_member(string fixture)
    {
        ContractModel model = ContractModel.Named(fixture);

        InvoiceLineItem row = RowPage.Row(model.Json().ToString(), BillingProvider.None, InvoiceLineItemType.None);

        Assert.IsType(model.Type, row);
        WireMembers.Hold(model.Json(), row);
        JsonComparison.Same(model.Json(), Fixture.Parse(PartnerJson.WriteText(row)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Published_rows_have_their_type_and_lose_nothing(string example, Type type)
    {
        string body = Fixture.Text("contract/" + example);

        IReadOnlyList<InvoiceLineItem> rows = RowPage.Read(body, BillingProvider.None, InvoiceLineItemType.None);

        Assert.All(rows, row => Assert.IsType(type, row));
        JArray expected = RowPage.Items(example);
        Assert.Equal(expected.Count, rows.Count);
        rows.Zip(expected, (row, json) => (row, json)).ToList()
            .ForEach(pair => JsonComparison.Same(CamelCase(pair.json), Fixture.Parse(PartnerJson.WriteText(pair.row))));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_serializer_reads_the_same(string example, Type type)
    {
        IReadOnlyList<InvoiceLineItem> rows = RowPage.Read(Fixture.Text("contract/" + example), BillingProvider.None, InvoiceLineItemType.None);

        foreach ((InvoiceLineItem row, JToken json) in rows.Zip(RowPage.Items(example)))
        {
            object other = PartnerJson.Read(json, type)!;
            foreach (RowColumn column in RowSchema.Of(type).Columns)
            {
                object? left = column.Get(row), right = column.Get((InvoiceLineItem)other);
                Assert.True(left is ResourceAttributes or List<string> || Equals(left, right), $"{column.Name}: {left} and {right}");
            }

            Assert.Equal(((InvoiceLineItem)other).AdditionalProperties.Keys, row.AdditionalProperties.Keys);
        }
    }

    [Theory]
    [InlineData("usage_line_items", "azure", typeof(DailyUsageLineItem))]
    [InlineData("usage_line_items", "marketplace", typeof(DailyRatedUsageLineItem))]
    [InlineData("UsageLineItems", "OneTime", typeof(DailyRatedUsageLineItem))]
    [InlineData("usage_line_items", "all", typeof(DailyRatedUsageLineItem))]
    [InlineData("billing_line_items", "azure", typeof(UsageBasedLineItem))]
    [InlineData("billing_line_items", "Office", typeof(LicenseBasedLineItem))]
    [InlineData("BillingLineItems", "onetime", typeof(OneTimeInvoiceLineItem))]
    [InlineData("2", "5", typeof(OneTimeInvoiceLineItem))]
    [InlineData("billing_line_items", "marketplace", typeof(OneTimeInvoiceLineItem))]
    public void A_row_has_the_type_that_its_members_say_wherever_they_stand(string kind, string provider, Type type)
    {
        string members = $$""" "invoiceLineItemType":"{{kind}}","billingProvider":"{{provider}}" """;

        Assert.IsType(type, RowPage.Row($$"""{"customerId":"c",{{members}} }""", "none", "none"));
        Assert.IsType(type, RowPage.Row($$"""{ {{members}},"customerId":"c"}""", "office", "billing"));
        Assert.Equal("c", RowSchema.Of(type).Find("customerId")!.Get(RowPage.Row($$"""{"customerId":"c",{{members}} }""", "none", "none")));
    }

    [Theory]
    [InlineData(""" "attributes":{"objectType":"DailyUsageLineItem"} """, typeof(DailyUsageLineItem))]
    [InlineData(""" "attributes/objectType":"DailyRatedUsageLineItem" """, typeof(DailyRatedUsageLineItem))]
    [InlineData(""" "billingProvider":"office","attributes":{"objectType":"licensebasedlineitem"} """, typeof(LicenseBasedLineItem))]
    [InlineData(""" "invoiceLineItemType":"of_the_future","billingProvider":"office","attributes":{"objectType":"UsageBasedLineItem"} """, typeof(UsageBasedLineItem))]
    public void Where_members_are_missing_the_name_of_the_model_decides(string members, Type type) =>
        Assert.IsType(type, RowPage.Row("{" + members + "}"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"attributes":{"objectType":"LineItemOfTheFuture"}}""")]
    public void Where_nothing_helps_the_row_is_what_was_asked_for(string row)
    {
        Assert.IsType<OneTimeInvoiceLineItem>(RowPage.Row(row));
        Assert.IsType<InvoiceLineItem>(RowPage.Row(row, "of the future", "billing"));
    }

    [Fact]
    public void A_row_that_nobody_knows_keeps_all_its_columns()
    {
        const string Row = """{"customerId":"c","amount":1.5,"attributes":{"objectType":"X","more":1},"nested":{"a":[1,"2"]}}""";

        InvoiceLineItem row = RowPage.Row(Row, "of the future", "billing");

        Assert.Equal(new[] { "customerId", "amount", "nested" }, row.AdditionalProperties.Keys);
        JsonComparison.Same(JObject.Parse(Row), Fixture.Parse(PartnerJson.WriteText(row)));
    }

    [Fact]
    public void Rows_of_several_types_in_one_page_each_have_theirs()
    {
        const string License = """{"invoiceLineItemType":"billing_line_items","billingProvider":"office","offerName":"o","new":1}""";
        const string Usage = """{"meterId":"m","invoiceLineItemType":"usage_line_items","billingProvider":"marketplace"}""";

        IReadOnlyList<InvoiceLineItem> rows = RowPage.Read($$"""{"items":[{{License}},{{Usage}},null,[],{{Usage}},{{License}},{"customerId":"c"}]}""");

        Assert.Equal(
            new[] { typeof(LicenseBasedLineItem), typeof(DailyRatedUsageLineItem), typeof(DailyRatedUsageLineItem), typeof(LicenseBasedLineItem), typeof(OneTimeInvoiceLineItem) },
            rows.Select(row => row.GetType()));
        Assert.Equal("o", ((LicenseBasedLineItem)rows[0]).OfferName);
        Assert.Equal("m", ((DailyRatedUsageLineItem)rows[2]).MeterId);
        Assert.Equal(1L, rows[3].AdditionalProperties["new"]);
        Assert.Equal("c", ((OneTimeInvoiceLineItem)rows[4]).CustomerId);
    }

    [Fact]
    public void Members_are_found_in_any_order_and_any_case()
    {
        IReadOnlyList<InvoiceLineItem> rows = RowPage.Read("""{"Items":[{"SkuId":"0001","quantity":1},{"QUANTITY":2,"other":1,"skuId":"0002"},{"skuId":"0003","quantity":3}]}""");

        Assert.Equal(new[] { "0001", "0002", "0003" }, rows.Select(row => ((OneTimeInvoiceLineItem)row).SkuId));
        Assert.Equal(new decimal?[] { 1, 2, 3 }, rows.Select(row => ((OneTimeInvoiceLineItem)row).Quantity));
    }

    [Fact]
    public void Equal_texts_of_many_rows_are_one()
    {
        IReadOnlyList<InvoiceLineItem> rows = RowPage.Read("""{"items":[{"customerName":"Contoso"},{"customerName":"Contoso"}]}""");

        Assert.Same(((OneTimeInvoiceLineItem)rows[0]).CustomerName, ((OneTimeInvoiceLineItem)rows[1]).CustomerName);
    }

    [Fact]
    public void Rows_know_where_they_are_from()
    {
        InvoiceLineItem row = RowPage.Row("{}", "OneTime", "Billing");

        Assert.Equal(("G1", "one_time", "billing_line_items", "v1"), (row.InvoiceId, row.Provider, row.LineItemType, row.Api));
    }

    [Theory]
    [InlineData("LicenseBasedLineItem")]
    [InlineData("UsageBasedLineItem")]
    [InlineData("DailyUsageLineItem")]
    [InlineData("OneTimeInvoiceLineItem")]
    [InlineData("DailyRatedUsageLineItem")]
    public void Only_columns_that_every_row_shares_have_no_bit_for_their_form(string type)
    {
        IEnumerable<RowColumn> columns = RowSchema.Of(RowKind.Named(type)!).Columns;

        Assert.All(columns.Where(column => column.Index >= 64), column => Assert.Contains(column.Name, new[] { "InvoiceLineItemType", "BillingProvider", "Attributes" }));
    }

    // One published row has some members in PascalCase; they are written as the others are.
    private static JObject CamelCase(JToken row) =>
        new(((JObject)row).Properties().Select(member => new JProperty(char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1), member.Value)));
}
