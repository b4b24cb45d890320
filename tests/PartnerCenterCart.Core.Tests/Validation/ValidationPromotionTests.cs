using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The promotion of a line, on 2024-06-10 at noon.</summary>
public class ValidationPromotionTests
{
    private const string Id = "39NFJQT1SNC7:0001:39NFJQT1Q5KM";
    private const string Promoted = "promotionId:\"" + Id + "\"";
    private const string Eligible = $$"""{"items":[{"id":0,"eligibilities":[{"promotionId":"{{Id}}","isEligible":true}]}]}""";
    private const string FirstPurchase = """promotionConstraints:{eligibilityConstraints:[{isApplicable:true,type:"FirstPurchase"}]}""";

    [Theory]
    [InlineData(404, "400013")]
    [InlineData(400, "400013")]
    public async Task A_promotion_that_there_is_not_is_unknown(int status, string code)
    {
        ValidationCase one = new ValidationCase().Line("id:2," + Promoted).Refuses(ValidationCase.Promotion(Id), status, code);

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("PromotionUnknown", 2, $"There is no promotion {Id} in US."), (finding.RuleId, finding.LineItemId, finding.Message));
        Assert.DoesNotContain(ValidationCase.Eligibility, one.Service.Asked);
    }

    [Fact]
    public async Task A_promotion_of_several_lines_is_read_once()
    {
        ValidationCase one = Running(string.Empty).Line(Promoted).Line(Promoted);

        Assert.Empty(await one.RulesAsync());

        Assert.Single(one.Service.Asked, asked => asked == ValidationCase.Promotion(Id));
    }

    [Fact]
    public async Task What_cannot_be_a_promotion_is_unknown() =>
        Assert.Equal("PromotionUnknown", await new ValidationCase().Line("""promotionId:"a b" """).RulesAsync());

    [Theory]
    [InlineData("2024-06-10T12:00:00Z", "2024-06-10T12:00:00Z", "")]
    [InlineData("2024-06-10T12:00:01Z", "2024-07-01T00:00:00Z", "PromotionNotRunning")]
    [InlineData("2024-01-01T00:00:00Z", "2024-06-10T11:59:59Z", "PromotionNotRunning")]
    [InlineData("2023-05-03T00:00:00Z", "9999-01-01T00:00:00Z", "")]
    [InlineData("", "", "")]
    public async Task A_promotion_runs_from_its_start_to_its_end(string start, string end, string rules)
    {
        ValidationCase one = Running($"""startDate:"{start}",endDate:"{end}" """).Line(Promoted);

        Assert.Equal(rules, await one.RulesAsync());
        Assert.Equal(rules.Length == 0, one.Service.Asked.Contains(ValidationCase.Eligibility));
    }

    [Fact]
    public async Task When_it_runs_is_told() => Assert.Equal(
        "The promotion Spring (39NFJQT1SNC7:0001:39NFJQT1Q5KM) runs from 2024-01-01 to 2024-03-31.",
        Assert.Single(await Running("""name:"Spring",startDate:"2024-01-01T00:00:00Z",endDate:"2024-03-31T00:00:00Z" """).Line(Promoted).FindAsync()).Message);

    [Theory]
    [InlineData("""[{type:"SeatCount",minimumRequiredSeats:10}]""", "PromotionSeats")]
    [InlineData("""[{type:"seatcount",minRequiredSeats:10}]""", "PromotionSeats")]
    [InlineData("""[{type:"SeatCount"},{type:"SeatCount"}]""", "PromotionSeats")]
    [InlineData("""[{type:"SeatCount"},{type:"Term"}]""", "PromotionNotEligible")]
    [InlineData("""[{type:"OfferPurchasedPreviously",description:"Before."}]""", "PromotionNotEligible")]
    [InlineData("""[{type:"FirstPurchase"}]""", "PromotionNotEligible")]
    [InlineData("""[{type:"RedemptionLimit",remainingPromotionRedemptionCount:0}]""", "PromotionNotEligible")]
    [InlineData("""[{type:"PrerequisiteProductOwnership"}]""", "PromotionNotEligible")]
    [InlineData("""[{type:"InvalidCatalogItemId"}]""", "PromotionNotEligible")]
    [InlineData("""[{type:"SomethingNew"}]""", "PromotionNotEligible")]
    [InlineData("[]", "PromotionNotEligible")]
    [InlineData("null", "PromotionNotEligible")]
    public async Task Why_a_promotion_does_not_apply_tells_the_rule(string errors, string rules) => Assert.Equal(
        rules,
        await Running().Line(Promoted).Answers(ValidationCase.Eligibility, $$"""{"items":[{"eligibilities":[{"promotionId":"{{Id}}","isEligible":false,"errors":{{Fixture.Parse(errors).ToString(Formatting.None)}} }]}]}""").RulesAsync());

    [Theory]
    [InlineData("""{promotionId:"39NFJQT1SNC7:0001:39NFJQT1Q5KM",isEligible:true}""", "")]
    [InlineData("""{promotionId:"39nfjqt1snc7:0001:39nfjqt1q5km",isEligible:false}""", "PromotionNotEligible")]
    [InlineData("""{isEligible:false,errors:[{type:"NoPromotionsAvailable"}]}""", "PromotionNotEligible")]
    [InlineData("""{promotionId:"OTHER:0001:A",isEligible:false}""", "")]
    [InlineData("""{promotionId:"39NFJQT1SNC7:0001:39NFJQT1Q5KM"}""", "PromotionNotEligible")]
    public async Task Only_the_promotion_of_the_line_counts(string eligibility, string rules) => Assert.Equal(
        rules,
        await Running().Line(Promoted).Answers(ValidationCase.Eligibility, $$"""{"items":[{"eligibilities":[{{Fixture.Parse(eligibility)}}]}]}""").RulesAsync());

    [Fact]
    public async Task Blanks_around_the_id_do_not_hide_that_it_does_not_apply() => Assert.Equal(
        "PromotionNotEligible",
        await Running().Line($"""promotionId:" {Id} " """).Answers(ValidationCase.Eligibility, Eligible.Replace("true", "false")).RulesAsync());

    [Fact]
    public async Task The_reasons_are_told()
    {
        ValidationCase one = Running("""name:"Spring" """).Line(Promoted).Answers(
            ValidationCase.Eligibility,
            """{"items":[{"eligibilities":[{"isEligible":false,"errors":[{"type":"SeatCount","description":"Ten at least."},{"type":"Term"}]}]}]}""");

        Assert.Equal($"Promotion Spring ({Id}) does not apply: SeatCount: Ten at least.; Term", Assert.Single(await one.FindAsync()).Message);
    }

    [Fact]
    public async Task The_line_is_what_eligibility_is_asked_for()
    {
        ValidationCase one = Running().Line(Promoted + """,quantity:25,billingCycle:"Annual" """);

        await one.FindAsync();

        JsonComparison.Same(
            Fixture.Parse($$"""{"items":[{"id":0,"catalogItemId":"{{Sample.CatalogItemId}}","quantity":25,"termDuration":"P1Y","billingCycle":"annual","promotionId":"{{Id}}"}]}"""),
            Sample.Body(one.Service.Requests.Single(request => request.Method == "POST")));
    }

    [Theory]
    [InlineData("quantity:0", "QuantityInvalid CheckNotPossible")]
    [InlineData("""billingCycle:"weekly" """, "BillingCycleInvalid CheckNotPossible")]
    [InlineData("termDuration:null", "TermMissing CheckNotPossible")]
    public async Task A_line_that_eligibility_cannot_be_asked_for_is_said_not_to_be_checked(string line, string rules) =>
        Assert.Equal(rules, await Running().Line(Promoted + "," + line).RulesAsync());

    [Theory]
    [InlineData("promotionId:null")]
    [InlineData("promotionId:\" \"")]
    public async Task Nothing_is_asked_for_a_line_without_a_promotion(string line)
    {
        ValidationCase one = new ValidationCase().Line(line);

        Assert.Equal(string.Empty, await one.RulesAsync());
        Assert.DoesNotContain(one.Service.Requests, request => request.Path.Contains("romotion"));
    }

    [Theory]
    [InlineData("PN", FirstPurchase, "")]
    [InlineData("NP", FirstPurchase, "PromotionOrder")]
    [InlineData("NPN", FirstPurchase, "PromotionOrder")]
    [InlineData("PP", FirstPurchase, "")]
    [InlineData("PNP", FirstPurchase, "PromotionOrder")]
    [InlineData("NP", """promotionConstraints:{eligibilityConstraints:[{isApplicable:true,type:"firstpurchase"}]}""", "PromotionOrder")]
    [InlineData("NP", """promotionConstraints:{eligibilityConstraints:[{isApplicable:false,type:"FirstPurchase"}]}""", "")]
    [InlineData("NP", """promotionConstraints:{eligibilityConstraints:[{isApplicable:true,type:"Other"}]}""", "")]
    [InlineData("NP", "promotionConstraints:{}", "")]
    [InlineData("NP", "", "")]
    public async Task A_promotion_for_first_purchases_comes_before_lines_without_one(string order, string promotion, string rules)
    {
        ValidationCase one = Running(promotion);
        foreach (char kind in order)
        {
            one.Line(kind == 'P' ? Promoted : string.Empty);
        }

        Assert.Equal(rules, await one.RulesAsync());
    }

    [Fact]
    public async Task The_order_is_a_warning_for_the_line_that_comes_too_late()
    {
        CartFinding finding = Assert.Single(await Running(FirstPurchase).Line("id:0").Line("id:1," + Promoted).FindAsync());

        Assert.Equal((FindingSeverity.Warning, 1), (finding.Severity, finding.LineItemId));
    }

    [Fact]
    public async Task The_country_is_that_of_the_availability()
    {
        ValidationCase one = new ValidationCase().Sells(Sample.CatalogItemId, string.Empty, """country:"DE" """).Line(Promoted)
            .Answers(ValidationCase.Promotion(Id, "DE"), $$"""{"id":"{{Id}}"}""").Answers(ValidationCase.Eligibility, Eligible);

        Assert.Empty(await one.FindAsync());
    }

    [Fact]
    public async Task Each_line_is_asked_for_with_its_own_quantity()
    {
        ValidationCase one = Running().Line(Promoted).Line(Promoted + ",quantity:2").Line(Promoted + ",quantity:3");

        Assert.Empty(await one.FindAsync());
        Assert.Equal(new[] { 1, 2, 3 }, one.Service.Requests.Where(request => request.Method == "POST").Select(request => (int)Sample.Body(request)["items"]![0]!["quantity"]!));
    }

    private static ValidationCase Running(string promotion = "") => new ValidationCase()
        .Answers(ValidationCase.Promotion(Id), Fixture.Parse($$"""{id:"{{Id}}",{{promotion}} }""").ToString())
        .Answers(ValidationCase.Eligibility, Eligible);
}
