using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Each rule fires where it should, and does not where it nearly should.</summary>
public class ValidationRuleTests
{
    private const string Promotion = "39NFJQT1SNC7:0001:39NFJQT1Q5KM";
    private const string Promoted = "promotionId:\"" + Promotion + "\"";
    private const string Reseller = """participants:[{key:"transaction_reseller",value:"4847383"}]""";
    private const string Subscribed = """provisioningContext:{subscriptionId:"s"}""";
    private const string Child = """provisioningContext:{ParentSubscriptionId:"s"}""";
    private const string Registration = """purchasePrerequisites:["AzureSubscriptionRegistration"]""";
    private const string Agreement = """purchasePrerequisites:["MicrosoftCustomerAgreement"]""";
    private const string Checked = """purchasePrerequisites:["InventoryCheck"]""";
    private const string Addon = """dynamicAttributes:{isAddon:true,prerequisiteSkus:["BASE:0001"]}""";
    private const string FirstPurchase = """promotionConstraints:{eligibilityConstraints:[{isApplicable:true,type:"FirstPurchase"}]}""";

    private static readonly string Owned = ValidationCase.Subscription("s");

    private static readonly Dictionary<string, (Action<ValidationCase> Fires, Action<ValidationCase> DoesNot)> Cases = new()
    {
        ["NoLines"] = (c => { }, c => c.Line()),
        ["CartOrdered"] = (c => c.Line().WithCart("""status:"Ordered" """), c => c.Line().WithCart("""status:"Active" """)),
        ["CartExpired"] = (c => c.Line().WithCart("""expirationTimestamp:"2024-06-10T12:00:00Z" """), c => c.Line().WithCart("""expirationTimestamp:"2024-06-10T12:00:01Z" """)),
        ["CartExpiresSoon"] = (c => c.Line().WithCart("""expirationTimestamp:"2024-06-10T12:59:59Z" """), c => c.Line().WithCart("""expirationTimestamp:"2024-06-10T13:00:00Z" """)),
        ["MixedCurrencies"] = (c => c.Line("""currencyCode:"USD" """).Line("""currencyCode:"EUR" """), c => c.Line("""currencyCode:"USD" """).Line("""currencyCode:"usd" """)),
        ["ResellerAttestationMissing"] = (c => c.Line(Reseller), c => c.Line(Reseller).WithCart("partnerOnRecordAttestationAccepted:true")),
        ["LineHasError"] = (c => c.Line("""error:{errorCode:"10001"}"""), c => c.Line("error:null")),
        ["CatalogItemMissing"] = (c => c.Line("catalogItemId:null"), c => c.Line("""catalogItemId:"MS-AZR-0145P" """)),
        ["QuantityInvalid"] = (c => c.Line("quantity:0"), c => c.Line("quantity:1")),
        ["BillingCycleInvalid"] = (c => c.Line("""billingCycle:"weekly" """), c => c.Line("""billingCycle:"One-Time" """)),
        ["TermInvalid"] = (c => c.Line("""termDuration:"1Y" """), c => c.Line("""termDuration:"p1y" """)),
        ["CycleLongerThanTerm"] = (c => c.Line("""billingCycle:"annual",termDuration:"P11M" """), c => c.Line("""billingCycle:"annual",termDuration:"P12M" """)),
        ["TooManyResellers"] = (
            c => c.Line("""participants:[{key:"transaction_reseller",value:"1"},{key:"TransactionReseller",value:"2"}]"""),
            c => c.Line("""participants:[{key:"transaction_reseller",value:"1"},{key:"additional_transaction_reseller",value:"2"}]""")),
        ["CustomTermEndDateInvalid"] = (c => c.Line("""customTermEndDate:"2025-06-10T12:00:01Z" """), c => c.Line("""customTermEndDate:"2025-06-10T12:00:00Z" """)),
        ["CustomerUnknown"] = (c => c.Line().Refuses($"GET {ValidationCase.Customer}", 404, "2000"), c => c.Line()),
        ["CustomerNotAllowed"] = (c => c.Line().Answers(ValidationCase.Status, """{"status":"UnderReview"}"""), c => c.Line().Answers(ValidationCase.Status, """{"status":"Not Ready"}""")),
        ["AgreementMissing"] = (
            c => c.Sells(Sample.CatalogItemId, Agreement).Line().Confirms(),
            c => c.Sells(Sample.CatalogItemId, Agreement).Line().Confirms().Answers(ValidationCase.DirectSigned, """{"isSigned":true}""")),
        ["CatalogItemUnknown"] = (
            c => c.Line().Refuses(ValidationCase.Sku(Sample.CatalogItemId), 404, "400018"),
            c => c.Line().Refuses(ValidationCase.Availability(Sample.CatalogItemId), 404, "400019")),
        ["CatalogItemStale"] = (c => c.Line().Refuses(ValidationCase.Availability(Sample.CatalogItemId), 404, "400019"), c => c.Sells(Sample.CatalogItemId, "", "isPurchasable:false").Line()),
        ["NotPurchasable"] = (c => c.Sells(Sample.CatalogItemId, "", "isPurchasable:false").Line(), c => c.Sells(Sample.CatalogItemId, "", "isPurchasable:null").Line()),
        ["QuantityOutOfRange"] = (c => c.Line("quantity:301"), c => c.Line("quantity:300")),
        ["BillingCycleNotOffered"] = (c => c.Line("""billingCycle:"annual",termDuration:"P1M" """), c => c.Line("""billingCycle:"annual",termDuration:"P1Y" """)),
        ["TermNotOffered"] = (c => c.Line("""termDuration:"P3Y" """), c => c.Line("""termDuration:"p1m" """)),
        ["TermMissing"] = (c => c.Line("termDuration:null"), c => c.Line("""termDuration:null,provisioningContext:{duration:"1Year"}""")),
        ["TermNotAllowed"] = (c => c.Sells(Sample.CatalogItemId, "", "terms:[]").Line(), c => c.Sells(Sample.CatalogItemId, "", "terms:[]").Line("termDuration:null")),
        ["ProvisioningVariableMissing"] = (
            c => c.Sells(Sample.CatalogItemId, """provisioningVariables:["Scope"]""").Line("""provisioningContext:{scope:" "}"""),
            c => c.Sells(Sample.CatalogItemId, """provisioningVariables:["Scope"]""").Line("""provisioningContext:{SCOPE:"shared"}""")),
        ["AttestationMissing"] = (
            c => c.Sells(Sample.CatalogItemId, "attestationProperties:{enforceAttestation:true}").Line(),
            c => c.Sells(Sample.CatalogItemId, "attestationProperties:{enforceAttestation:false}").Line()),
        ["AzureSubscriptionUnknown"] = (
            c => c.Sells(Sample.CatalogItemId, Registration).Line(Subscribed).Refuses(Owned, 404, "20003"),
            c => c.Sells(Sample.CatalogItemId, Registration).Line(Subscribed).Answers(Owned, "{}").Answers(Owned + "/registrationstatus", """{"status":"registering"}""")),
        ["AzureSubscriptionNotRegistered"] = (
            c => c.Sells(Sample.CatalogItemId, Registration).Line(Subscribed).Answers(Owned, "{}").Answers(Owned + "/registrationstatus", """{"status":"registering"}"""),
            c => c.Sells(Sample.CatalogItemId, Registration).Line(Subscribed).Answers(Owned, "{}").Answers(Owned + "/registrationstatus", """{"status":"Registered"}""")),
        ["SavingsPlanScopeInvalid"] = (c => Saves(c, "scope:\"everywhere\""), c => Saves(c, "scope:\"shared\",subscriptionId:\"s\"")),
        ["SavingsPlanContextMissing"] = (c => Saves(c, "scope:\"single\""), c => Saves(c, "scope:\"single\",entitlementId:\"e\"")),
        ["AzurePlanNotActive"] = (c => Saves(c, "scope:\"shared\",subscriptionId:\"s\"", "suspended"), c => Saves(c, "scope:\"shared\",subscriptionId:\"s\"")),
        ["AzureSubscriptionNotActive"] = (c => Saves(c, "scope:\"single\",entitlementId:\"e\"", "suspended"), c => Saves(c, "scope:\"single\",entitlementId:\"e\"")),
        ["InventoryRestricted"] = (c => Stock(c, "0001", true), c => Stock(c, "0001", false)),
        ["InventoryNotListed"] = (c => Stock(c, "0002", false), c => Stock(c, "0001", true)),
        ["ParentSubscriptionUnknown"] = (c => c.Line(Child).Refuses(Owned, 404, "20003"), c => c.Line(Child).Answers(Owned, "{}")),
        ["AddonWithoutBase"] = (c => Having(c, "suspended"), c => Having(c, "active")),
        ["PromotionUnknown"] = (c => c.Line(Promoted).Refuses(ValidationCase.Promotion(Promotion), 404, "2000"), c => Promotes(c, "").Line(Promoted)),
        ["PromotionNotRunning"] = (c => Promotes(c, """endDate:"2024-06-10T11:59:59Z" """).Line(Promoted), c => Promotes(c, """endDate:"2024-06-10T12:00:00Z" """).Line(Promoted)),
        ["PromotionSeats"] = (c => Promotes(c, "", """{type:"SeatCount"}""").Line(Promoted), c => Promotes(c, "", """{type:"SeatCount"},{type:"Term"}""").Line(Promoted)),
        ["PromotionNotEligible"] = (c => Promotes(c, "", """{type:"RedemptionLimit"}""").Line(Promoted), c => Promotes(c, "", """{type:"SeatCount"}""").Line(Promoted)),
        ["PromotionOrder"] = (c => Promotes(c, FirstPurchase).Line().Line(Promoted), c => Promotes(c, FirstPurchase).Line(Promoted).Line()),
        ["CheckNotPossible"] = (c => c.Line().Refuses(ValidationCase.Status, 403, "900329"), c => c.Line().Refuses(ValidationCase.Status, 404, "600074")),
    };

    public static TheoryData<string> Rules => new(CartRules.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_fires_once(string rule)
    {
        var one = new ValidationCase();
        Cases[rule].Fires(one);

        CartFinding finding = Assert.Single(await one.FindAsync(), finding => finding.RuleId == rule);

        CartRule told = CartRules.All.Single(known => known.Id == rule);
        Assert.Equal((told.Severity, told.Recommendation), (finding.Severity, finding.Recommendation));
        Assert.NotEmpty(finding.Message);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_does_not_fire_at_a_near_miss(string rule)
    {
        var one = new ValidationCase();
        Cases[rule].DoesNot(one);

        Assert.DoesNotContain(await one.FindAsync(), finding => finding.RuleId == rule);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Offline_a_rule_fires_if_it_needs_no_call(string rule)
    {
        var one = new ValidationCase();
        Cases[rule].Fires(one);

        Assert.Equal(!CartRules.All.Single(known => known.Id == rule).NeedsCall, (await one.FindAsync(offline: true)).Any(finding => finding.RuleId == rule));
        Assert.Empty(one.Service.Requests);
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_a_description_and_a_remedy()
    {
        Assert.Equal(CartRules.All.Count, CartRules.All.Select(rule => rule.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(CartRules.All, rule => Assert.True(rule.Description.EndsWith('.') && rule.Recommendation.EndsWith('.'), $"Say what {rule} finds and what to do, in whole sentences."));
    }

    [Fact]
    public void Every_rule_that_there_is_is_listed() => Assert.Equal(
        typeof(CartRules).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(CartRule)).Select(field => ((CartRule)field.GetValue(null)!).Id),
        CartRules.All.Select(rule => rule.Id));

    private static void Stock(ValidationCase one, string sku, bool restricted) => one.Sells(Sample.CatalogItemId, Checked).Line()
        .Answers(ValidationCase.Inventory, $$"""[{"productId":"CFQ7TTC0LF8S","skuId":"{{sku}}","isRestricted":{{(restricted ? "true" : "false")}} }]""");

    private static void Having(ValidationCase one, string status) => one.Sells(Sample.CatalogItemId, Addon).Line()
        .Answers(ValidationCase.Subscriptions, $$"""{"items":[{"id":"1","offerId":"BASE:0001:A","status":"{{status}}"}]}""");

    private static void Saves(ValidationCase one, string context, string status = "active")
    {
        string plan = $$"""{"id":"s","status":"{{status}}","entitlementId":"e"}""";
        one.Sells(Sample.CatalogItemId, "minimumPurchaseCommitment:{amount:1}").Line("provisioningContext:{" + context + "}")
            .Answers(Owned, plan).Answers(ValidationCase.Subscriptions, $$"""{"items":[{{plan}}]}""");
    }

    private static ValidationCase Promotes(ValidationCase one, string promotion, string? error = null) => one
        .Answers(ValidationCase.Promotion(Promotion), Fixture.Parse($$"""{id:"{{Promotion}}",{{promotion}} }""").ToString())
        .Answers(ValidationCase.Eligibility, Fixture.Parse($$"""{items:[{eligibilities:[{isEligible:{{(error == null ? "true" : "false")}},errors:[{{error}}]}]}]}""").ToString());
}
