using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Whether the customer may buy, and has accepted what it takes.</summary>
public class ValidationCustomerTests
{
    private const string NeedsCustomerAgreement = """purchasePrerequisites:["MicrosoftCustomerAgreement"]""";
    private const string NeedsCloudAgreement = """purchasePrerequisites:["microsoftCloudAgreement"]""";

    [Fact]
    public async Task Nothing_is_found_where_nothing_is_wrong() => Assert.Empty(await new ValidationCase().Line().FindAsync());

    [Theory]
    [InlineData("Allowed", "")]
    [InlineData("allowed", "")]
    [InlineData("UnderReview", "CustomerNotAllowed")]
    [InlineData("Under Review", "CustomerNotAllowed")]
    [InlineData("NotAllowed", "CustomerNotAllowed")]
    [InlineData("notallowed", "CustomerNotAllowed")]
    [InlineData("Unknown", "CustomerNotAllowed")]
    [InlineData("Not Ready", "")]
    [InlineData("NotReady", "")]
    [InlineData("SomethingNew", "")]
    [InlineData("", "")]
    public async Task Only_a_status_that_is_known_to_stop_purchases_is_an_error(string status, string rules) =>
        Assert.Equal(rules, await new ValidationCase().Line().Answers(ValidationCase.Status, $$"""{"status":"{{status}}"}""").RulesAsync());

    [Fact]
    public async Task A_customer_without_a_status_may_buy() =>
        Assert.Equal(string.Empty, await new ValidationCase().Line().Refuses(ValidationCase.Status, 404, "600074").RulesAsync());

    [Fact]
    public async Task The_status_is_named_and_the_lines_are_checked_all_the_same()
    {
        IReadOnlyList<CartFinding> findings = await new ValidationCase().Line("quantity:301").Answers(ValidationCase.Status, """{"status":"UnderReview"}""").FindAsync();

        Assert.Equal("CustomerNotAllowed QuantityOutOfRange", ValidationCase.Rules(findings));
        Assert.Contains("UnderReview", findings[0].Message);
        Assert.Null(findings[0].Line);
    }

    [Theory]
    [InlineData(404, "2000")]
    [InlineData(403, "20002")]
    [InlineData(400, "900118")]
    public async Task Nothing_more_is_asked_about_a_customer_that_cannot_be_read(int status, string code)
    {
        ValidationCase one = new ValidationCase().Line("quantity:0").Refuses($"GET {ValidationCase.Customer}", status, code);

        Assert.Equal("QuantityInvalid CustomerUnknown", await one.RulesAsync());
        Assert.Equal(new[] { $"GET {ValidationCase.Customer}" }, one.Service.Asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("contoso")]
    public async Task What_is_no_customer_id_is_refused_before_anything_is_sent(string? customerId)
    {
        ValidationCase one = new ValidationCase().Line();

        var refusal = await Assert.ThrowsAsync<PartnerException>(() => new CartValidator(new PartnerClient(one.Service)).ValidateAsync(customerId, one.Cart));

        Assert.Equal(PartnerErrorKind.InvalidInput, refusal.Kind);
        Assert.Empty(one.Service.Requests);
    }

    [Theory]
    [InlineData(NeedsCustomerAgreement, "[]", false, "AgreementMissing")]
    [InlineData(NeedsCustomerAgreement, """[{type:"MicrosoftCustomerAgreement"}]""", false, "")]
    [InlineData(NeedsCustomerAgreement, "[]", true, "")]
    [InlineData(NeedsCustomerAgreement, """[{type:"MicrosoftCustomerAgreement"},{type:"MicrosoftCustomerAgreement"}]""", true, "")]
    [InlineData(NeedsCloudAgreement, "[]", false, "AgreementMissing")]
    [InlineData(NeedsCloudAgreement, """[{type:"MicrosoftCloudAgreement"}]""", false, "")]
    [InlineData(NeedsCloudAgreement, """[{type:"MicrosoftCustomerAgreement"}]""", false, "")]
    public async Task An_agreement_is_confirmed_by_the_partner_or_signed_by_the_customer(string sku, string agreements, bool isSigned, string rules) =>
        Assert.Equal(rules, await Agreeing(sku, agreements, isSigned).Line().RulesAsync());

    [Fact]
    public async Task A_cloud_agreement_is_no_customer_agreement() =>
        Assert.Equal("AgreementMissing", await Agreeing(NeedsCustomerAgreement, """[{type:"MicrosoftCloudAgreement"}]""", false).Line().RulesAsync());

    [Fact]
    public async Task A_cloud_agreement_beside_a_signature_of_the_customer_is_enough() =>
        Assert.Equal(string.Empty, await Agreeing(NeedsCustomerAgreement, """[{type:"MicrosoftCloudAgreement"}]""", true).Line().RulesAsync());

    [Theory]
    [InlineData("purchasePrerequisites:[]")]
    [InlineData("purchasePrerequisites:null")]
    [InlineData("""purchasePrerequisites:["SomethingNew"]""")]
    public async Task Agreements_are_not_read_for_items_that_need_none(string sku)
    {
        ValidationCase one = Agreeing(sku, "[]", false).Line();

        Assert.Equal(string.Empty, await one.RulesAsync());
        Assert.DoesNotContain(ValidationCase.Agreements, one.Service.Asked);
    }

    [Fact]
    public async Task A_missing_agreement_is_found_once_for_many_lines_and_belongs_to_the_cart()
    {
        ValidationCase one = Agreeing(NeedsCustomerAgreement, "[]", false).Line().Line().Line();

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("AgreementMissing", null, null), (finding.RuleId, finding.Line, finding.LineItemId));
        Assert.Single(one.Service.Asked, ValidationCase.Agreements);
        Assert.Single(one.Service.Asked, ValidationCase.DirectSigned);
    }

    [Fact]
    public async Task Findings_of_the_cart_as_a_whole_come_first()
    {
        IReadOnlyList<CartFinding> findings = await Agreeing(NeedsCustomerAgreement, "[]", false).Line("quantity:0").Line("quantity:301")
            .Answers(ValidationCase.Status, """{"status":"NotAllowed"}""").FindAsync();

        Assert.Equal(new[] { true, true, false, false }, findings.Select(finding => finding.Line == null));
    }

    [Fact]
    public async Task A_cart_is_read_by_its_id_and_judged()
    {
        ValidationCase one = new ValidationCase().Answers(
            $"GET {ValidationCase.Customer}/carts/{Sample.CartId}",
            $$"""{"id":"{{Sample.CartId}}","lineItems":[{"id":0,"catalogItemId":"{{Sample.CatalogItemId}}","quantity":301,"billingCycle":"monthly","termDuration":"P1Y"}]}""");

        CartFinding finding = Assert.Single(await new CartValidator(new PartnerClient(one.Service, one.Clock)).ValidateAsync(Sample.CustomerId, Sample.CartId));

        Assert.Equal(("QuantityOutOfRange", 0, Sample.CartId, Sample.CustomerId), (finding.RuleId, finding.LineItemId, finding.CartId, finding.CustomerId));
    }

    [Fact]
    public async Task A_cart_that_is_gone_is_an_error()
    {
        ValidationCase one = new ValidationCase().Refuses($"GET {ValidationCase.Customer}/carts/{Sample.CartId}", 404, "800008");

        var failure = await Assert.ThrowsAsync<PartnerException>(() => new CartValidator(new PartnerClient(one.Service)).ValidateAsync(Sample.CustomerId, Sample.CartId));

        Assert.Equal((PartnerErrorKind.NotFound, "800008"), (failure.Kind, failure.ServiceCode));
    }

    private static ValidationCase Agreeing(string sku, string agreements, bool isSigned) => new ValidationCase()
        .Sells(Sample.CatalogItemId, sku)
        .Answers(ValidationCase.Agreements, $$"""{"items":{{Fixture.Parse(agreements)}} }""")
        .Answers(ValidationCase.DirectSigned, isSigned ? """{"isSigned":true}""" : """{"isSigned":false}""");
}
