using System;
using System.Globalization;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Values of rows in every form of the contract, read as what they mean and written as they came.</summary>
public class RowValueTests
{
    [Theory]
    [InlineData("16", "16")]
    [InlineData("14.4", "14.4")]
    [InlineData("\"16\"", "16")]
    [InlineData("\"14.40\"", "14.40")]
    [InlineData("\"-0.5\"", "-0.5")]
    [InlineData("\"007\"", "7")]
    [InlineData("\"1E2\"", "100")]
    [InlineData("\" 3 \"", "3")]
    [InlineData("0.1999968000511991808131", "0.1999968000511991808131")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("\"\"", null)]
    [InlineData("\"many\"", null)]
    [InlineData("true", null)]
    [InlineData("{\"a\":1}", null)]
    public void A_number_is_read_with_every_digit_and_written_as_it_came(string json, string? value)
    {
        var row = (OneTimeInvoiceLineItem)RowPage.Row($$"""{"unitPrice":{{json}},"skuId":"0001"}""");

        Assert.Equal(value, row.UnitPrice?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("0001", row.SkuId);
        JsonComparison.Same(Fixture.Parse(json), ((Newtonsoft.Json.Linq.JObject)Fixture.Parse(PartnerJson.WriteText(row)))["unitPrice"]!);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("\"7\"", 7)]
    [InlineData("\"07\"", 7)]
    [InlineData("7.0", 7)]
    [InlineData("\"7.0\"", 7)]
    [InlineData("-1", -1)]
    [InlineData("7.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("\"\"", null)]
    [InlineData("false", null)]
    public void A_whole_number_is_read_and_written_as_it_came(string json, int? value)
    {
        var row = (LicenseBasedLineItem)RowPage.Row($$"""{"quantity":{{json}},"offerName":"o"}""", BillingProvider.Office);

        Assert.Equal(value, row.Quantity);
        Assert.Equal("o", row.OfferName);
        JsonComparison.Same(Fixture.Parse(json), ((Newtonsoft.Json.Linq.JObject)Fixture.Parse(PartnerJson.WriteText(row)))["quantity"]!);
    }

    [Theory]
    [InlineData("2018-03-15T17:15:02.3840528Z", "2018-03-15T17:15:02.3840528+00:00")]
    [InlineData("2019-08-05T00:00:00", "2019-08-05T00:00:00.0000000+00:00")]
    [InlineData("2019-08-05T00:00:00.5", "2019-08-05T00:00:00.5000000+00:00")]
    [InlineData("2019-08-05T00:00:00.500Z", "2019-08-05T00:00:00.5000000+00:00")]
    [InlineData("2017-01-25T14:53:12.093-08:00", "2017-01-25T14:53:12.0930000-08:00")]
    [InlineData("2019-01-16T00:48:44.76+00:00", "2019-01-16T00:48:44.7600000+00:00")]
    [InlineData("2019-01-16T00:48:44+05:30", "2019-01-16T00:48:44.0000000+05:30")]
    [InlineData("9999-01-01T00:00:00+00:00", "9999-01-01T00:00:00.0000000+00:00")]
    [InlineData("2015-11-25T06: 41: 12Z", "2015-11-25T06:41:12.0000000+00:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("2019-08-05", "2019-08-05T00:00:00.0000000+00:00")]
    [InlineData("2019-02-29T00:00:00Z", null)]
    [InlineData("0001-01-01T00:00:00", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    public void A_date_is_read_in_every_form_and_written_as_it_came(string text, string? value)
    {
        var row = (OneTimeInvoiceLineItem)RowPage.Row($$"""{"orderDate":"{{text}}","skuId":"0001"}""");

        Assert.Equal(value, row.OrderDate?.ToString("o", CultureInfo.InvariantCulture));
        Assert.Contains($"\"orderDate\":\"{text}\"", PartnerJson.WriteText(row));
        Assert.Equal(WireDate.Read(text), row.OrderDate);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("4649221", "4649221")]
    [InlineData("\"4649221\"", "4649221")]
    [InlineData("\"\"", "")]
    [InlineData("true", "True")]
    [InlineData("1.50", "1.50")]
    public void A_text_may_come_as_something_else(string json, string value)
    {
        var row = (OneTimeInvoiceLineItem)RowPage.Row($$"""{"resellerMpnId":{{json}} }""");

        Assert.Equal(value, row.ResellerMpnId);
        JsonComparison.Same(Fixture.Parse(json), ((Newtonsoft.Json.Linq.JObject)Fixture.Parse(PartnerJson.WriteText(row)))["resellerMpnId"]!);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"\"", null)]
    [InlineData("0", null)]
    public void A_truth_may_come_as_text(string json, bool? value)
    {
        var row = (DailyRatedUsageLineItem)RowPage.Row($$"""{"hasPartnerEarnedCredit":{{json}} }""", kind: "usage");

        Assert.Equal(value, row.HasPartnerEarnedCredit);
        JsonComparison.Same(Fixture.Parse(json), ((Newtonsoft.Json.Linq.JObject)Fixture.Parse(PartnerJson.WriteText(row)))["hasPartnerEarnedCredit"]!);
    }

    [Theory]
    [InlineData("""["AddOn","Trial"]""", "AddOn,Trial")]
    [InlineData("[]", "")]
    [InlineData("\"AddOn\"", "AddOn")]
    [InlineData("\"\"", null)]
    [InlineData("{}", null)]
    public void Qualifiers_may_be_one_text(string json, string? value)
    {
        var row = (OneTimeInvoiceLineItem)RowPage.Row($$"""{"productQualifiers":{{json}} }""");

        Assert.Equal(value, row.ProductQualifiers == null ? null : string.Join(",", row.ProductQualifiers));
        JsonComparison.Same(Fixture.Parse(json), ((Newtonsoft.Json.Linq.JObject)Fixture.Parse(PartnerJson.WriteText(row)))["productQualifiers"]!);
    }

    [Fact]
    public void A_value_that_was_changed_is_written_as_it_now_is()
    {
        var row = (OneTimeInvoiceLineItem)RowPage.Row("""{"unitPrice":"many","orderDate":"2019-08-05T00:00:00"}""");

        row.UnitPrice = 5;
        row.OrderDate = new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.FromHours(1));

        string written = PartnerJson.WriteText(row);
        Assert.Contains("\"unitPrice\":5", written);
        Assert.Contains("2020-01-02", written);
    }

    [Fact]
    public void A_number_beyond_all_money_is_none_and_spoils_no_page()
    {
        var row = (OneTimeInvoiceLineItem)RowPage.Row("""{"unitPrice":1e300,"new":1e300,"quantity":2.5}""");

        Assert.Null(row.UnitPrice);
        Assert.Equal(2.5m, row.Quantity);
        Assert.Equal(1e300, row.AdditionalProperties["new"]);
    }

    [Fact]
    public void Null_is_nothing()
    {
        var row = (OneTimeInvoiceLineItem)RowPage.Row("""{"unitPrice":null,"orderDate":null,"skuId":null,"productQualifiers":null,"attributes":null,"new":null}""");

        Assert.Null(row.UnitPrice);
        Assert.Null(row.OrderDate);
        Assert.Null(row.SkuId);
        Assert.Null(row.Attributes);
        Assert.Equal(new[] { "new" }, row.AdditionalProperties.Keys);
    }
}
