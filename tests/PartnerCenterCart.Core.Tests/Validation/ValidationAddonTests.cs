using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>An add-on of new commerce is a line of its own, beside its base or for one that the customer has.</summary>
public class ValidationAddonTests
{
    private const string Addon = "CFQ7TTC0ADDN:0003:CFQ7TTC0AAAA";
    private const string AddonLine = "id:9,catalogItemId:\"" + Addon + "\"";

    [Theory]
    [InlineData(Sample.CatalogItemId)]
    [InlineData("cfq7ttc0lf8s:0001:CFQ7TTC0VZW5")]
    public async Task A_base_in_the_cart_is_enough_before_or_after_the_add_on(string baseItem)
    {
        string baseLine = $"catalogItemId:\"{baseItem}\"";
        ValidationCase before = Selling().Sells(baseItem).Line(baseLine).Line(AddonLine);
        ValidationCase after = Selling().Sells(baseItem).Line(AddonLine).Line(baseLine);

        Assert.Equal((string.Empty, string.Empty), (await before.RulesAsync(), await after.RulesAsync()));
        Assert.DoesNotContain(ValidationCase.Subscriptions, before.Service.Asked);
    }

    [Fact]
    public async Task A_stale_id_of_the_base_is_the_base_all_the_same() =>
        Assert.Equal(
            "CatalogItemStale",
            await Selling().Line("""catalogItemId:"CFQ7TTC0LF8S:0001:OLD" """).Line(AddonLine).Refuses(ValidationCase.Availability("CFQ7TTC0LF8S:0001:OLD"), 404, "400019").RulesAsync());

    [Theory]
    [InlineData("active", "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5", "")]
    [InlineData("Active", "cfq7ttc0lf8s:0001:ANOTHER", "")]
    [InlineData("suspended", "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5", "AddonWithoutBase")]
    [InlineData("deleted", "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5", "AddonWithoutBase")]
    [InlineData("active", "CFQ7TTC0LF8S:0002:CFQ7TTC0VZW5", "AddonWithoutBase")]
    [InlineData("active", "195416C1-3447-423A-B37B-EE59A99A19C4", "AddonWithoutBase")]
    [InlineData("active", Addon, "AddonWithoutBase")]
    public async Task An_active_subscription_to_the_base_is_enough(string status, string offer, string rules) => Assert.Equal(
        rules,
        await Selling().Line(AddonLine).Answers(ValidationCase.Subscriptions, $$"""{"items":[{"id":"1","offerId":"{{offer}}","status":"{{status}}"}]}""").RulesAsync());

    [Fact]
    public async Task Subscriptions_are_read_to_the_last_page()
    {
        ValidationCase one = Selling().Line(AddonLine)
            .Answers(ValidationCase.Subscriptions, """{"items":[],"links":{"next":{"uri":"/customers/a/subscriptions?page=2"}}}""")
            .Answers("GET /v1/customers/a/subscriptions?page=2", """{"items":[{"id":"1","offerId":"CFQ7TTC0LF8S:0001:A","status":"active"}]}""");

        Assert.Equal(string.Empty, await one.RulesAsync());
    }

    [Fact]
    public async Task An_add_on_without_a_base_names_the_bases_and_its_line()
    {
        CartFinding finding = Assert.Single(await Selling().Line(AddonLine).FindAsync());

        Assert.Equal(("AddonWithoutBase", 9, FindingSeverity.Error), (finding.RuleId, finding.LineItemId, finding.Severity));
        Assert.Contains("CFQ7TTC0LF8S:0001 or OTHER:0001", finding.Message);
    }

    [Fact]
    public async Task The_add_on_is_no_base_for_itself() =>
        Assert.Equal("AddonWithoutBase", await Selling("""isAddon:true,prerequisiteSkus:["CFQ7TTC0ADDN:0003"]""").Line(AddonLine).RulesAsync());

    [Theory]
    [InlineData("""isAddon:false,prerequisiteSkus:["OTHER:0001"]""")]
    [InlineData("""prerequisiteSkus:["OTHER:0001"]""")]
    [InlineData("isAddon:true,prerequisiteSkus:[]")]
    [InlineData("isAddon:true,prerequisiteSkus:null")]
    [InlineData("isAddon:true")]
    [InlineData("")]
    public async Task What_is_no_add_on_or_names_no_base_needs_none(string attributes)
    {
        ValidationCase one = Selling(attributes).Line(AddonLine);

        Assert.Equal(string.Empty, await one.RulesAsync());
        Assert.DoesNotContain(ValidationCase.Subscriptions, one.Service.Asked);
    }

    [Fact]
    public async Task Names_of_attributes_match_in_any_case() =>
        Assert.Equal("AddonWithoutBase", await Selling("""IsAddOn:true,PrerequisiteSKUs:["OTHER:0001"]""").Line(AddonLine).RulesAsync());

    [Fact]
    public async Task Subscriptions_are_read_once_for_many_add_ons()
    {
        ValidationCase one = Selling().Line(AddonLine).Line(AddonLine);

        Assert.Equal("AddonWithoutBase AddonWithoutBase", await one.RulesAsync());
        Assert.Single(one.Service.Asked, ValidationCase.Subscriptions);
    }

    [Fact]
    public async Task A_base_among_the_add_on_items_of_another_line_counts() =>
        Assert.Equal(
            string.Empty,
            await Selling().Line(AddonLine).Line($$"""catalogItemId:"195416C1-3447-423A-B37B-EE59A99A19C4",addonItems:[{catalogItemId:"{{Sample.CatalogItemId}}",quantity:1,billingCycle:"monthly",termDuration:"P1Y"}]""").RulesAsync());

    private static ValidationCase Selling(string attributes = """isAddon:true,prerequisiteSkus:["CFQ7TTC0LF8S:0001","OTHER:0001"]""") =>
        new ValidationCase().Sells(Addon, $$"""dynamicAttributes:{ {{attributes}} }""");
}
