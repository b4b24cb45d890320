using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What the rules take apart: catalog item ids and terms.</summary>
public class ValidationTextTests
{
    [Theory]
    [InlineData("CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5", "CFQ7TTC0LF8S", "0001", "CFQ7TTC0VZW5")]
    [InlineData(" CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5\t", "CFQ7TTC0LF8S", "0001", "CFQ7TTC0VZW5")]
    [InlineData("a:b:c", "a", "b", "c")]
    public void A_catalog_item_id_is_product_sku_and_availability(string text, string product, string sku, string availability)
    {
        CatalogItemId id = CatalogItemId.Parse(text)!.Value;

        Assert.Equal((product, sku, availability, product + ":" + sku), (id.ProductId, id.SkuId, id.AvailabilityId, id.ProductAndSku));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("MS-AZR-0145P")]
    [InlineData("195416C1-3447-423A-B37B-EE59A99A19C4")]
    [InlineData("CFQ7TTC0LF8S:0001")]
    [InlineData("CFQ7TTC0LF8S:0001:")]
    [InlineData(":0001:CFQ7TTC0VZW5")]
    [InlineData("CFQ7TTC0LF8S::CFQ7TTC0VZW5")]
    [InlineData("::")]
    [InlineData("CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5:more")]
    [InlineData("CFQ7TTC0LF8S\uFF1A0001\uFF1ACFQ7TTC0VZW5")]
    public void Anything_else_is_no_catalog_item_id(string? text) => Assert.Null(CatalogItemId.Parse(text));

    [Theory]
    [InlineData("P1M", 1)]
    [InlineData("P1Y", 12)]
    [InlineData("P3Y", 36)]
    [InlineData("P1Y6M", 18)]
    [InlineData("P18M", 18)]
    [InlineData("P0M", 0)]
    [InlineData("P30D", 0)]
    [InlineData("P2W", 0)]
    [InlineData("P1Y2M3W4D", 14)]
    [InlineData("p1y", 12)]
    [InlineData("p1m", 1)]
    [InlineData(" P1Y ", 12)]
    [InlineData("P1Y\n", 12)]
    [InlineData("P01Y", 12)]
    public void A_term_is_so_many_months(string text, int months) => Assert.Equal(months, Term.Parse(text)!.Value.Months);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("P")]
    [InlineData("1Y")]
    [InlineData("P1")]
    [InlineData("PY")]
    [InlineData("P-1Y")]
    [InlineData("P1.5Y")]
    [InlineData("P 1Y")]
    [InlineData("P1M1Y")]
    [InlineData("P1Y1Y")]
    [InlineData("1Year")]
    [InlineData("one year")]
    [InlineData("P1Y P1M")]
    [InlineData("P\u0661Y")]
    [InlineData("P\uFF11Y")]
    [InlineData("P\u09E7M")]
    [InlineData("P1\u1EF2")]
    public void Anything_else_is_no_term(string? text) => Assert.Null(Term.Parse(text));

    [Fact]
    public void A_term_is_a_term_in_every_culture()
    {
        using var turkish = new CultureScope("tr-TR");

        Assert.Equal(12, Term.Parse("p1y")!.Value.Months);
    }

    [Theory]
    [InlineData("P178956971Y")]
    [InlineData("P357913942Y")]
    public void Years_beyond_all_numbers_do_not_turn_into_few_months(string text) => Assert.InRange(Term.Parse(text)?.Months ?? int.MaxValue, 120_000, int.MaxValue);

    [Theory]
    [InlineData("monthly", 1)]
    [InlineData("annual", 12)]
    [InlineData("biennial", 24)]
    [InlineData("triennial", 36)]
    [InlineData("one_time", null)]
    [InlineData("none", null)]
    [InlineData("unknown", null)]
    [InlineData(null, null)]
    public void A_cycle_covers_so_many_months(string? cycle, int? months) => Assert.Equal(months, Term.MonthsOf(cycle));
}
