using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Whether there is such an item, and whether it is for sale.</summary>
public class ValidationCatalogueTests
{
    private const string Stale = "CFQ7TTC0LF8S:0001:CFQ7TTC0OLD1";

    [Theory]
    [InlineData(404, "400013")]
    [InlineData(404, "400018")]
    [InlineData(200, "400072")]
    public async Task An_item_whose_sku_there_is_not_is_unknown(int status, string code)
    {
        ValidationCase one = new ValidationCase().Line("quantity:1000").Refuses(ValidationCase.Sku(Sample.CatalogItemId), status, code);

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("CatalogItemUnknown", Sample.CatalogItemId), (finding.RuleId, finding.CatalogItemId));
        Assert.DoesNotContain(ValidationCase.Availability(Sample.CatalogItemId), one.Service.Asked);
    }

    [Theory]
    [InlineData(404, "400019")]
    [InlineData(200, "400072")]
    public async Task An_id_that_was_reissued_is_stale_and_the_current_one_is_named(int status, string code)
    {
        ValidationCase one = new ValidationCase().Line($"catalogItemId:\"{Stale}\"").Refuses(ValidationCase.Availability(Stale), status, code);

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("CatalogItemStale", $"{Stale} was reissued; {Sample.CatalogItemId} is current."), (finding.RuleId, finding.Message));
    }

    [Fact]
    public async Task All_current_ids_are_named_those_of_later_pages_too_and_those_not_for_sale_are_not()
    {
        string list = ValidationCase.Availabilities(Stale);
        ValidationCase one = new ValidationCase().Line($"catalogItemId:\"{Stale}\"").Refuses(ValidationCase.Availability(Stale), 404, "400019")
            .Answers(list, """{"items":[{"id":"A","catalogItemId":"a","isPurchasable":false},{"id":"B","catalogItemId":"b","terms":[{"duration":"P1Y"}]}],"links":{"next":{"uri":"/customers/x?page=2"}}}""")
            .Answers("GET /v1/customers/x?page=2", """{"items":[{"id":"C","catalogItemId":"c","isPurchasable":true}]}""");

        Assert.EndsWith("was reissued; b or c is current.", Assert.Single(await one.FindAsync()).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"id":"A","catalogItemId":"a","isPurchasable":false}""")]
    public async Task A_stale_id_of_a_sku_that_is_not_sold_any_more_says_so(string current)
    {
        ValidationCase one = new ValidationCase().Line($"catalogItemId:\"{Stale}\"").Refuses(ValidationCase.Availability(Stale), 404, "400019")
            .Answers(ValidationCase.Availabilities(Stale), $$"""{"items":[{{current}}]}""");

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("CatalogItemStale", $"{Stale} was reissued, and the SKU has nothing for sale now."), (finding.RuleId, finding.Message));
    }

    [Fact]
    public async Task A_stale_line_is_judged_by_the_current_availability() =>
        Assert.Equal(
            "CatalogItemStale QuantityOutOfRange TermNotOffered",
            await new ValidationCase().Line($"""catalogItemId:"{Stale}",quantity:301,termDuration:"P3Y" """).Refuses(ValidationCase.Availability(Stale), 404, "400019").RulesAsync());

    [Theory]
    [InlineData(404, "400018")]
    [InlineData(200, "400072")]
    public async Task A_stale_id_is_stale_also_where_the_list_of_current_ones_is_gone(int status, string code) =>
        Assert.Equal(
            "CatalogItemStale",
            await new ValidationCase().Line($"catalogItemId:\"{Stale}\"").Refuses(ValidationCase.Availability(Stale), 404, "400019").Refuses(ValidationCase.Availabilities(Stale), status, code).RulesAsync());

    [Theory]
    [InlineData("isPurchasable:false", "NotPurchasable")]
    [InlineData("isPurchasable:true", "")]
    [InlineData("isPurchasable:null", "")]
    public async Task An_availability_is_for_sale_unless_it_says_otherwise(string availability, string rules) =>
        Assert.Equal(rules, await new ValidationCase().Sells(Sample.CatalogItemId, string.Empty, availability).Line().RulesAsync());

    [Theory]
    [InlineData("CFQ7TTC0LF8S:1:CFQ7TTC0VZW5")]
    [InlineData("CFQ7TTC0LF8S:0001:CFQ 7TTC")]
    [InlineData("CFQ/7TTC:0001:CFQ7TTC0VZW5")]
    public async Task What_cannot_be_an_item_is_unknown(string catalogItemId) =>
        Assert.Equal("CatalogItemUnknown", await new ValidationCase().Line($"catalogItemId:\"{catalogItemId}\"").RulesAsync());

    [Fact]
    public async Task Id_and_case_of_an_item_are_taken_as_they_were_written()
    {
        ValidationCase one = new ValidationCase().Line($"catalogItemId:\" {Sample.CatalogItemId} \"");

        Assert.Equal(string.Empty, await one.RulesAsync());
        Assert.Contains(ValidationCase.Availability(Sample.CatalogItemId), one.Service.Asked);
    }

    [Theory]
    [InlineData("MS-AZR-0145P")]
    [InlineData("195416C1-3447-423A-B37B-EE59A99A19C4")]
    [InlineData("A:B")]
    [InlineData(" ")]
    public async Task Legacy_offers_are_not_looked_up(string catalogItemId)
    {
        ValidationCase one = new ValidationCase().Line($"""catalogItemId:"{catalogItemId}",termDuration:null,quantity:100000,promotionId:"p" """);

        Assert.Equal(catalogItemId == " " ? "CatalogItemMissing" : string.Empty, await one.RulesAsync());
        Assert.Equal(new[] { $"GET {ValidationCase.Customer}", ValidationCase.Status }, one.Service.Asked);
    }

    [Fact]
    public async Task Each_thing_is_asked_for_once_however_many_lines_want_it()
    {
        ValidationCase one = new ValidationCase().Sells(Sample.CatalogItemId, """purchasePrerequisites:["MicrosoftCustomerAgreement"]""")
            .Line().Line("quantity:2").Line("""catalogItemId:"cfq7ttc0lf8s:0001:cfq7ttc0vzw5" """).Line($"""catalogItemId:"{Stale}" """).Line($"""catalogItemId:"{Stale}" """)
            .Refuses(ValidationCase.Availability(Stale), 404, "400019");

        Assert.Equal("CatalogItemStale CatalogItemStale", await one.RulesAsync());
        Assert.Equal(
            new[]
            {
                $"GET {ValidationCase.Customer}", ValidationCase.Status, ValidationCase.Sku(Sample.CatalogItemId), ValidationCase.Availability(Sample.CatalogItemId),
                ValidationCase.Availability(Stale), ValidationCase.Availabilities(Stale), ValidationCase.Agreements,
            },
            one.Service.Asked);
    }

    [Fact]
    public async Task An_unknown_sku_is_asked_for_once_too()
    {
        ValidationCase one = new ValidationCase().Line().Line().Refuses(ValidationCase.Sku(Sample.CatalogItemId), 404, "400018");

        Assert.Equal("CatalogItemUnknown CatalogItemUnknown", await one.RulesAsync());
        Assert.Single(one.Service.Asked, ValidationCase.Sku(Sample.CatalogItemId));
    }

    [Fact]
    public async Task Two_carts_are_two_questions()
    {
        ValidationCase one = new ValidationCase().Line();
        await one.FindAsync();
        IReadOnlyList<string> first = one.Service.Asked;

        await one.FindAsync();

        Assert.Equal(first.Concat(first), one.Service.Asked);
    }
}
