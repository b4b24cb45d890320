using System.Linq;
using System.Threading.Tasks;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Pairs of term and billing cycle that a thing is sold by.</summary>
public class CatalogSearchOptionTests
{
    private const string Many = """terms:[{duration:"P1M",billingCycle:"Monthly"},{duration:"P1Y",billingCycle:"Monthly"},{duration:"P1Y",billingCycle:"Annual"},{duration:"P3Y",billingCycle:"Triennial"}]""";

    [Theory]
    [InlineData("", Many, "P1M monthly, P1Y monthly, P1Y annual, P3Y triennial")]
    [InlineData("", """terms:[{duration:"P1Y"}]""", "P1Y monthly, P1Y annual")]
    [InlineData("", """terms:[{duration:"P1Y"},{duration:"P1M",billingCycle:"Monthly"}]""", "P1Y monthly, P1Y annual, P1M monthly")]
    [InlineData("", """terms:[{duration:"P1Y"},{duration:"P1Y",billingCycle:"Annual"}]""", "P1Y monthly, P1Y annual")]
    [InlineData("", """terms:[{duration:"P1Y",billingCycle:"Annual"},{duration:"p1y",billingCycle:"annual"}]""", "P1Y annual")]
    [InlineData("", "terms:[]", "- monthly, - annual")]
    [InlineData("", "terms:null", "- monthly, - annual")]
    [InlineData("", """terms:[{id:"5aeco6mffyxo"}]""", "- monthly, - annual")]
    [InlineData("", """terms:[{duration:"",billingCycle:"OneTime"}]""", "- one_time")]
    [InlineData("""supportedBillingCycles:["OneTime"]""", "terms:[]", "- one_time")]
    [InlineData("supportedBillingCycles:[]", "terms:[]", "- -")]
    [InlineData("supportedBillingCycles:null", """terms:[{duration:"P1Y"}]""", "P1Y -")]
    [InlineData("""supportedBillingCycles:["Fortnightly"]""", """terms:[{duration:"P1Y"}]""", "P1Y Fortnightly")]
    [InlineData("""supportedBillingCycles:["monthly","Monthly"]""", "terms:[]", "- monthly")]
    public async Task Every_pair_is_found_once_in_the_spelling_of_the_service(string sku, string availability, string options) =>
        Assert.Equal(options, await new SearchedCatalog().Sells("A", "Thing", sku: sku, availability: availability).OptionsAsync("Thing"));

    [Theory]
    [InlineData("P1Y", null, "P1Y monthly, P1Y annual")]
    [InlineData("p1y", null, "P1Y monthly, P1Y annual")]
    [InlineData(null, "monthly", "P1M monthly, P1Y monthly")]
    [InlineData(null, "Monthly", "P1M monthly, P1Y monthly")]
    [InlineData("P1Y", "annual", "P1Y annual")]
    [InlineData("P1M", "annual", "")]
    [InlineData("P12M", null, "")]
    [InlineData(null, "one_time", "")]
    public async Task Term_and_cycle_narrow_what_is_found(string? term, string? cycle, string options) => Assert.Equal(
        options,
        await new SearchedCatalog().Sells("A", "Thing", availability: Many).OptionsAsync("Thing", search => (search.TermDuration, search.BillingCycle) = (term, cycle)));

    [Theory]
    [InlineData("supportedBillingCycles:[]", "terms:[]", "P1Y", null, "")]
    [InlineData("supportedBillingCycles:[]", """terms:[{duration:"P1Y"}]""", "P1Y", null, "P1Y -")]
    [InlineData("", "terms:[]", null, "annual", "- annual")]
    public async Task A_term_that_nobody_offers_is_not_found(string sku, string availability, string? term, string? cycle, string options) => Assert.Equal(
        options,
        await new SearchedCatalog().Sells("A", "Thing", sku: sku, availability: availability).OptionsAsync("Thing", search => (search.TermDuration, search.BillingCycle) = (term, cycle)));

    [Fact]
    public async Task A_cycle_that_was_asked_for_is_chosen_where_the_catalogue_names_none() => Assert.Equal(
        "P1Y annual",
        await new SearchedCatalog().Sells("A", "Thing", sku: "supportedBillingCycles:[]", availability: """terms:[{duration:"P1Y"}]""").OptionsAsync("Thing", search => search.BillingCycle = "annual"));

    [Fact]
    public async Task Each_option_is_an_availability_of_its_own_with_the_same_id()
    {
        var found = await new SearchedCatalog().Sells("A", "Thing", availability: Many).FindAsync("Thing");

        Assert.Equal(4, found.Distinct().Count());
        Assert.Equal(new[] { "A:0001:AAA" }, found.Select(availability => availability.CatalogItemId).Distinct());
        Assert.All(found, availability => Assert.Equal(4, availability.Terms!.Count));
    }

    [Fact]
    public void Without_a_sku_the_one_inside_the_availability_tells_the_cycles()
    {
        var availability = PartnerJson.Read<Availability>("""{"terms":[{"duration":"P1Y"}],"sku":{"id":"0001","supportedBillingCycles":["Annual"]}}""")!;

        Assert.Equal(new[] { "P1Y annual" }, PurchaseOption.Of(availability, null).Select(option => option.ToString()));
        Assert.Equal(new[] { "P1Y monthly" }, PurchaseOption.Of(availability, new Sku { SupportedBillingCycles = new() { "monthly" } }).Select(option => option.ToString()));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("P1Y", "Annual", true)]
    [InlineData("p1y", "ANNUAL", true)]
    [InlineData("P1Y", "monthly", false)]
    [InlineData("P1M", null, false)]
    public void An_option_fits_what_was_asked_for(string? term, string? cycle, bool fits)
    {
        var availability = PartnerJson.Read<Availability>("""{"terms":[{"duration":"P1Y","billingCycle":"annual"}]}""")!;

        Assert.Equal(fits, PurchaseOption.Of(availability, null).Single().Fits(term, cycle));
    }
}
