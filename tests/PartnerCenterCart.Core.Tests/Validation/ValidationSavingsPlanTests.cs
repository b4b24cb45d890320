using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What an Azure savings plan stands on.</summary>
public class ValidationSavingsPlanTests
{
    private const string Item = "DZH318Z09V6F:0001:DZH318Z0BLD3";
    private const string Plan = "0350d130-4d3d-4005-aca0-cf84f0ab0d4a";
    private const string Azure = "cdd17cc7-14fe-4445-8650-1f52de705851";

    [Theory]
    [InlineData("null", "SavingsPlanScopeInvalid")]
    [InlineData("{}", "SavingsPlanScopeInvalid")]
    [InlineData("""{scope:"everywhere"}""", "SavingsPlanScopeInvalid")]
    [InlineData("""{scope:"Shared"}""", "SavingsPlanContextMissing")]
    [InlineData($$"""{scope:"shared",entitlementId:"{{Azure}}"}""", "SavingsPlanContextMissing")]
    [InlineData($$"""{scope:"shared",subscriptionId:"{{Plan}}"}""", "")]
    [InlineData($$"""{scope:"shared",subscriptionId:"{{Azure}}"}""", "AzurePlanNotActive")]
    [InlineData("""{scope:"single"}""", "SavingsPlanContextMissing")]
    [InlineData($$"""{scope:"single",entitlementId:"{{Azure}}"}""", "")]
    [InlineData($$"""{scope:"SINGLE",entitlementId:"{{Plan}}"}""", "AzureSubscriptionNotActive")]
    public async Task It_needs_a_plan_or_a_subscription(string context, string rules)
    {
        ValidationCase one = Case("active").Line($"""catalogItemId:"{Item}",provisioningContext:{context}""");

        Assert.Equal(rules, await one.RulesAsync());
    }

    [Fact]
    public async Task Both_must_be_active()
    {
        ValidationCase one = Case("suspended")
            .Line($$"""catalogItemId:"{{Item}}",provisioningContext:{scope:"shared",subscriptionId:"{{Plan}}"}""")
            .Line($$"""catalogItemId:"{{Item}}",provisioningContext:{scope:"single",entitlementId:"{{Azure}}"}""");

        Assert.Equal("AzurePlanNotActive AzureSubscriptionNotActive", await one.RulesAsync());
    }

    [Fact]
    public async Task What_may_not_be_read_is_said_and_not_judged()
    {
        ValidationCase one = Case("active").Refuses(ValidationCase.Subscription(Plan))
            .Line($$"""catalogItemId:"{{Item}}",provisioningContext:{scope:"shared",subscriptionId:"{{Plan}}"}""");

        Assert.Equal("CheckNotPossible", await one.RulesAsync());
    }

    [Fact]
    public async Task Other_items_are_left_alone() =>
        Assert.Empty(await new ValidationCase().Line("""provisioningContext:{scope:"everywhere"}""").RulesAsync());

    [Fact]
    public async Task Each_thing_is_asked_for_once_however_many_lines_want_to_know()
    {
        string line = $$"""catalogItemId:"{{Item}}",provisioningContext:{scope:"shared",subscriptionId:"{{Plan}}"}""";
        string single = $$"""catalogItemId:"{{Item}}",provisioningContext:{scope:"single",entitlementId:"{{Azure}}"}""";
        ValidationCase one = Case("active").Line(line).Line(line).Line(single).Line(single);

        Assert.Empty(await one.RulesAsync());

        Assert.Empty(one.Service.Asked.GroupBy(asked => asked).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    private static ValidationCase Case(string status)
    {
        string plan = $$"""{"id":"{{Plan}}","status":"{{status}}","entitlementId":"{{Azure}}"}""";
        return new ValidationCase()
            .Sells(Item, "minimumPurchaseCommitment:{amount:0.001,currency:\"USD\"}")
            .Answers(ValidationCase.Subscription(Plan), plan)
            .Refuses(ValidationCase.Subscription(Azure), 404, "20003")
            .Answers(ValidationCase.Subscriptions, $$"""{"items":[{{plan}}]}""");
    }
}
