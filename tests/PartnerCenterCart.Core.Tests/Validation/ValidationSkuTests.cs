using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>
/// A line against its SKU and its availability. Where a case says nothing: a line of 1, monthly, a year; a SKU of 1 to 300,
/// monthly or annual; an availability by the month or by the year, the year also billed at once.
/// </summary>
public class ValidationSkuTests
{
    private const string YearAndThree = """terms:[{duration:"P1Y",billingCycle:"Annual"},{duration:"P3Y",billingCycle:"Triennial"},{duration:"P3Y",billingCycle:"Annual"}]""";

    [Theory]
    [InlineData("quantity:1", "", "")]
    [InlineData("quantity:300", "", "")]
    [InlineData("quantity:301", "", "QuantityOutOfRange")]
    [InlineData("quantity:4", "minimumQuantity:5", "QuantityOutOfRange")]
    [InlineData("quantity:5", "minimumQuantity:5", "")]
    [InlineData("quantity:5", "minimumQuantity:5,maximumQuantity:5", "")]
    [InlineData("quantity:6", "minimumQuantity:5,maximumQuantity:5", "QuantityOutOfRange")]
    [InlineData("quantity:2147483647", "maximumQuantity:null", "")]
    [InlineData("quantity:999999999", "maximumQuantity:999999999", "")]
    [InlineData("quantity:1", "minimumQuantity:null,maximumQuantity:null", "")]
    [InlineData("quantity:1", "minimumQuantity:0", "")]
    [InlineData("quantity:0", "minimumQuantity:0", "QuantityInvalid")]
    [InlineData("quantity:null", "minimumQuantity:5", "QuantityInvalid")]
    public Task The_quantity_is_within_the_limits(string line, string sku, string rules) => Check(line, sku, string.Empty, rules);

    [Theory]
    [InlineData("quantity:301", "", "The quantity 301 is outside 1 to 300.")]
    [InlineData("quantity:4", "minimumQuantity:5,maximumQuantity:null", "The quantity 4 is below 5.")]
    [InlineData("quantity:4", "minimumQuantity:5,maximumQuantity:999999999", "The quantity 4 is below 5.")]
    public async Task Limits_are_named_where_there_are_any(string line, string sku, string message) =>
        Assert.Equal(message, Assert.Single(await new ValidationCase().Sells(Sample.CatalogItemId, sku).Line(line).FindAsync()).Message);

    [Theory]
    [InlineData("""billingCycle:"annual" """, "", "", "")]
    [InlineData("""billingCycle:"MONTHLY" """, """supportedBillingCycles:["Monthly"]""", "", "")]
    [InlineData("""billingCycle:"OneTime",termDuration:null""", """supportedBillingCycles:["one_time"]""", "terms:[]", "")]
    [InlineData("""billingCycle:"one_time" """, "", "", "BillingCycleNotOffered")]
    [InlineData("""billingCycle:"monthly" """, """supportedBillingCycles:["annual"]""", "", "BillingCycleNotOffered")]
    [InlineData("""billingCycle:"monthly" """, """supportedBillingCycles:[]""", "", "")]
    [InlineData("""billingCycle:"triennial",termDuration:"P3Y" """, """supportedBillingCycles:[]""", YearAndThree, "")]
    [InlineData("""billingCycle:"annual",termDuration:"P3Y" """, "", YearAndThree, "")]
    [InlineData("""billingCycle:"monthly",termDuration:"P3Y" """, "", YearAndThree, "BillingCycleNotOffered")]
    [InlineData("""billingCycle:"monthly",termDuration:"P1Y" """, "", YearAndThree, "BillingCycleNotOffered")]
    [InlineData("""billingCycle:"annual",termDuration:"P1M" """, "", "", "CycleLongerThanTerm BillingCycleNotOffered")]
    [InlineData("""billingCycle:"monthly" """, "", """terms:[{duration:"P1Y"}]""", "")]
    [InlineData("""billingCycle:"annual" """, """supportedBillingCycles:["monthly"]""", """terms:[{duration:"P1Y"}]""", "BillingCycleNotOffered")]
    [InlineData("""billingCycle:"annual" """, "", """terms:[{duration:"P1Y"},{duration:"P1M",billingCycle:"Monthly"}]""", "")]
    [InlineData("""billingCycle:"none",termDuration:"P1M" """, """supportedBillingCycles:["none"]""", """terms:[{duration:"P1M",billingCycle:"None"}]""", "")]
    [InlineData("""billingCycle:"monthly",termDuration:"P1M" """, """supportedBillingCycles:["none"]""", """terms:[{duration:"P1M",billingCycle:"None"}]""", "BillingCycleNotOffered")]
    [InlineData("""billingCycle:"weekly" """, "", "", "BillingCycleInvalid")]
    [InlineData("""billingCycle:null""", "", "", "BillingCycleInvalid")]
    public Task The_cycle_is_one_of_the_sku_and_of_the_term(string line, string sku, string availability, string rules) => Check(line, sku, availability, rules);

    [Theory]
    [InlineData("""termDuration:"P1Y" """, "", "")]
    [InlineData("""termDuration:" p1y " """, "", "")]
    [InlineData("""termDuration:"P3Y" """, "", "TermNotOffered")]
    [InlineData("""termDuration:null""", "", "TermMissing")]
    [InlineData("""termDuration:" " """, "", "TermMissing")]
    [InlineData("""termDuration:"P1Y" """, "terms:[]", "TermNotAllowed")]
    [InlineData("""termDuration:null""", "terms:[]", "")]
    [InlineData("""termDuration:null""", "terms:null", "")]
    [InlineData("""termDuration:null""", """terms:[{id:"5aeco6mffyxo",description:"no duration"}]""", "")]
    [InlineData("""termDuration:"P1Y" """, """terms:[{billingCycle:"Monthly"}]""", "TermNotAllowed")]
    [InlineData("""termDuration:"P14D" """, """terms:[{duration:"P14D",billingCycle:"Monthly"}]""", "")]
    [InlineData("""termDuration:"P30D" """, """terms:[{duration:"P30D",billingCycle:"Monthly"},{duration:"P1Y",billingCycle:"Monthly"}]""", "")]
    [InlineData("""termDuration:"P14D" """, """terms:[{duration:"P30D",billingCycle:"Monthly"}]""", "TermNotOffered")]
    public Task The_term_is_one_that_is_offered(string line, string availability, string rules) => Check(line, string.Empty, availability, rules);

    [Theory]
    [InlineData("""termDuration:null,provisioningContext:{duration:"1Year"}""", "")]
    [InlineData("""termDuration:null,provisioningContext:{DURATION:"3Years"}""", "")]
    [InlineData("""termDuration:null,provisioningContext:{duration:" "}""", "TermMissing")]
    [InlineData("""termDuration:null""", "TermMissing")]
    public async Task A_reservation_of_the_older_form_has_its_term_in_the_context(string line, string expected)
    {
        string rules = await new ValidationCase()
            .Sells(Sample.CatalogItemId, """supportedBillingCycles:["one_time"]""", """terms:[{duration:"P1Y"}]""")
            .Line("""billingCycle:"one_time",""" + line).RulesAsync();

        Assert.Equal(expected, rules);
    }

    [Theory]
    [InlineData("""provisioningContext:{subscriptionId:"s",scope:"shared"}""", """["Scope","SubscriptionId"]""", "")]
    [InlineData("""provisioningContext:{SUBSCRIPTIONID:"s",Scope:"shared"}""", """["scope","subscriptionid"]""", "")]
    [InlineData("""provisioningContext:{subscriptionId:"s"}""", """["Scope","SubscriptionId"]""", "ProvisioningContext lacks Scope.")]
    [InlineData("""provisioningContext:{scope:" ",subscriptionId:""}""", """["Scope","SubscriptionId"]""", "ProvisioningContext lacks Scope, SubscriptionId.")]
    [InlineData("", """["Scope","SubscriptionId"]""", "ProvisioningContext lacks Scope, SubscriptionId.")]
    [InlineData("", "[]", "")]
    [InlineData("", "null", "")]
    [InlineData("""provisioningContext:{more:"1"}""", "[]", "")]
    [InlineData("", """["Duration"]""", "")]
    [InlineData("""termDuration:null,provisioningContext:{duration:"1Year"}""", """["Duration"]""", "")]
    [InlineData("""termDuration:null""", """["Duration"]""", "ProvisioningContext lacks Duration.")]
    public async Task Variables_that_the_sku_demands_are_given_in_any_case(string line, string variables, string message)
    {
        IReadOnlyList<CartFinding> findings = await new ValidationCase().Sells(Sample.CatalogItemId, "provisioningVariables:" + variables).Line(line).FindAsync();

        Assert.Equal(message, string.Concat(findings.Where(finding => finding.RuleId == "ProvisioningVariableMissing").Select(finding => finding.Message)));
    }

    [Theory]
    [InlineData("attestationProperties:{enforceAttestation:true}", "", "AttestationMissing")]
    [InlineData("attestationProperties:{enforceAttestation:true}", "attestationAccepted:false", "AttestationMissing")]
    [InlineData("attestationProperties:{enforceAttestation:true}", "attestationAccepted:true", "")]
    [InlineData("attestationProperties:{enforceAttestation:false}", "", "")]
    [InlineData("attestationProperties:{}", "", "")]
    [InlineData("attestationProperties:null", "", "")]
    public Task An_attestation_is_accepted_where_the_sku_enforces_it(string sku, string line, string rules) => Check(line, sku, string.Empty, rules);

    [Fact]
    public async Task What_is_offered_is_named()
    {
        ValidationCase one = new ValidationCase().Line("""termDuration:"P3Y" """).Line("""billingCycle:"one_time" """);

        Assert.Equal(
            new[]
            {
                "The term P3Y is not offered: P1M Monthly, P1Y Monthly, P1Y Annual.",
                "Billing one_time for P1Y is not offered: P1M Monthly, P1Y Monthly, P1Y Annual.",
            },
            (await one.FindAsync()).Select(finding => finding.Message));
    }

    [Fact]
    public async Task Each_line_is_judged_by_its_own_sku_and_named()
    {
        ValidationCase one = new ValidationCase().Sells("SMALL:0001:A", "maximumQuantity:2").Line("id:4,quantity:9").Line("""id:5,catalogItemId:"SMALL:0001:A",quantity:9""");

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("QuantityOutOfRange", 5, "SMALL:0001:A"), (finding.RuleId, finding.LineItemId, finding.CatalogItemId));
    }

    [Fact]
    public async Task Add_on_items_are_checked_against_their_own_sku()
    {
        ValidationCase one = new ValidationCase().Sells("ADDON:0001:A", "maximumQuantity:2")
            .Line("""id:0,catalogItemId:"195416C1-3447-423A-B37B-EE59A99A19C4",addonItems:[{id:1,catalogItemId:"ADDON:0001:A",quantity:3,billingCycle:"monthly",termDuration:"P1M"}]""");

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("QuantityOutOfRange", 1), (finding.RuleId, finding.LineItemId));
    }

    private static async Task Check(string line, string sku, string availability, string rules) =>
        Assert.Equal(rules, await new ValidationCase().Sells(Sample.CatalogItemId, sku, availability).Line(line).RulesAsync());
}
