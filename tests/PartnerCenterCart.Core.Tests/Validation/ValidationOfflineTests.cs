using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The rules that need no call.</summary>
public class ValidationOfflineTests
{
    [Fact]
    public async Task Nothing_is_found_in_a_good_cart() => Assert.Empty(await new ValidationCase().Line().FindAsync(offline: true));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_cart_without_lines_has_one_finding_and_asks_nothing(int? nulls)
    {
        var one = new ValidationCase();
        one.Cart.LineItems = nulls == null ? null : Enumerable.Repeat<CartLineItem>(null!, nulls.Value).ToList();

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("NoLines", null, null, FindingSeverity.Error), (finding.RuleId, finding.Line, finding.LineItemId, finding.Severity));
        Assert.Empty(one.Service.Requests);
    }

    [Theory]
    [InlineData("""quantity:1""", "")]
    [InlineData("""quantity:0""", "QuantityInvalid")]
    [InlineData("""quantity:-1""", "QuantityInvalid")]
    [InlineData("""quantity:null""", "QuantityInvalid")]
    [InlineData("""quantity:2147483647""", "")]
    [InlineData("""catalogItemId:null""", "CatalogItemMissing")]
    [InlineData("""catalogItemId:" " """, "CatalogItemMissing")]
    [InlineData("""catalogItemId:"MS-AZR-0145P",termDuration:null""", "")]
    [InlineData("""billingCycle:null""", "BillingCycleInvalid")]
    [InlineData("""billingCycle:" " """, "BillingCycleInvalid")]
    [InlineData("""billingCycle:"weekly" """, "BillingCycleInvalid")]
    [InlineData("""billingCycle:"unknown" """, "BillingCycleInvalid")]
    [InlineData("""billingCycle:"OneTime" """, "")]
    [InlineData("""billingCycle:"none",termDuration:"P1M" """, "")]
    [InlineData("""billingCycle:"Annual" """, "")]
    [InlineData("""billingCycle:"Annual",termDuration:"P1M" """, "CycleLongerThanTerm")]
    [InlineData("""billingCycle:"annual",termDuration:"P11M" """, "CycleLongerThanTerm")]
    [InlineData("""billingCycle:"annual",termDuration:"P12M" """, "")]
    [InlineData("""billingCycle:"annual",termDuration:"P1Y6M" """, "")]
    [InlineData("""billingCycle:"biennial",termDuration:"P1Y6M" """, "CycleLongerThanTerm")]
    [InlineData("""billingCycle:"triennial",termDuration:"P2Y" """, "CycleLongerThanTerm")]
    [InlineData("""billingCycle:"triennial",termDuration:"p3y" """, "")]
    [InlineData("""billingCycle:"one_time",termDuration:"P1M" """, "")]
    [InlineData("""billingCycle:"annual",termDuration:null""", "")]
    [InlineData("""billingCycle:"annual",termDuration:"P30D" """, "")]
    [InlineData("""termDuration:"" """, "")]
    [InlineData("""termDuration:"1 year" """, "TermInvalid")]
    [InlineData("""termDuration:"P" """, "TermInvalid")]
    [InlineData("""termDuration:"P1X" """, "TermInvalid")]
    [InlineData("""quantity:0,billingCycle:"weekly",termDuration:"year",catalogItemId:"" """, "CatalogItemMissing QuantityInvalid BillingCycleInvalid TermInvalid")]
    public async Task A_line_is_judged_by_itself(string line, string rules) =>
        Assert.Equal(rules, await new ValidationCase().Line(line).RulesAsync(offline: true));

    [Theory]
    [InlineData("PT36H")]
    [InlineData("P1DT12H")]
    public async Task A_term_that_can_be_sent_is_a_term(string term)
    {
        Assert.Equal(term, CartCheck.TermDuration(term));

        Assert.Equal(string.Empty, await new ValidationCase().Line($"""termDuration:"{term}",billingCycle:"one_time" """).RulesAsync(offline: true));
    }

    [Theory]
    [InlineData("""billingCycle:"weekly" """)]
    [InlineData("""billingCycle:"unknown" """)]
    [InlineData("""billingCycle:null""")]
    [InlineData("""termDuration:"a year" """)]
    [InlineData("""quantity:0""")]
    [InlineData("""quantity:null""")]
    public async Task What_the_service_sent_and_nobody_changed_is_not_judged(string line) =>
        Assert.Equal(string.Empty, await new ValidationCase().Line(line).AsRead().RulesAsync(offline: true));

    [Fact]
    public async Task What_was_changed_after_it_was_read_is_judged()
    {
        ValidationCase one = new ValidationCase().Line().AsRead();
        one.Cart.LineItems![0].BillingCycle = "weekly";

        Assert.Equal("BillingCycleInvalid", await one.RulesAsync(offline: true));
    }

    [Fact]
    public async Task An_error_of_the_service_is_told_in_its_words()
    {
        CartFinding finding = Assert.Single(await new ValidationCase().Line("""id:3,error:{errorCode:"10001",errorDescription:"Outdated."}""").FindAsync(offline: true));

        Assert.Equal(("LineHasError", "The service says CatalogItemIdIsNotValid: Outdated.", 3), (finding.RuleId, finding.Message, finding.LineItemId));
    }

    [Theory]
    [InlineData("transaction_reseller:1", "")]
    [InlineData("transaction_reseller:1,additional_transaction_reseller:5", "")]
    [InlineData("transaction_reseller:2", "TooManyResellers")]
    [InlineData("TransactionReseller:1,1:1", "TooManyResellers")]
    [InlineData("transaction_reseller:1,additional_transaction_reseller:6", "TooManyResellers")]
    [InlineData("AdditionalTransactionReseller:3,additional_transaction_reseller:3", "TooManyResellers")]
    [InlineData("consumption_reseller:7", "")]
    public async Task One_reseller_and_five_more_can_be_named(string resellers, string rules)
    {
        ValidationCase one = new ValidationCase().WithCart("partnerOnRecordAttestationAccepted:true").Line();
        one.Cart.LineItems![0].Participants = resellers.Split(',').Select(part => part.Split(':'))
            .SelectMany(part => Enumerable.Repeat(new CartParticipant(part[0], "4847383"), int.Parse(part[1], CultureInfo.InvariantCulture))).ToList();

        Assert.Equal(rules, await one.RulesAsync(offline: true));
    }

    [Theory]
    [InlineData("", true, "ResellerAttestationMissing")]
    [InlineData("partnerOnRecordAttestationAccepted:false", true, "ResellerAttestationMissing")]
    [InlineData("partnerOnRecordAttestationAccepted:true", true, "")]
    [InlineData("", false, "")]
    [InlineData("id:\"" + Sample.CartId + "\"", true, "")]
    public async Task Resellers_need_the_attestation_of_the_partner_where_the_service_has_not_seen_the_cart(string cart, bool reseller, string rules)
    {
        ValidationCase one = new ValidationCase().WithCart(cart).Line(reseller ? """participants:[{key:"transaction_reseller",value:"4847383"}]""" : "participants:[]");

        Assert.Equal(rules, await one.RulesAsync(offline: true));
    }

    [Theory]
    [InlineData("USD", "EUR", "MixedCurrencies")]
    [InlineData("USD", "usd", "")]
    [InlineData("USD", null, "")]
    [InlineData("USD", "", "")]
    [InlineData(null, null, "")]
    public async Task Lines_share_a_currency(string? first, string? second, string rules)
    {
        ValidationCase one = new ValidationCase().Line().Line();
        (one.Cart.LineItems![0].CurrencyCode, one.Cart.LineItems[1].CurrencyCode) = (first, second);

        Assert.Equal(rules, await one.RulesAsync(offline: true));
    }

    [Fact]
    public async Task Add_on_items_are_judged_at_any_depth_and_count_for_the_cart()
    {
        ValidationCase one = new ValidationCase().Line("""id:0,currencyCode:"USD",addonItems:[{id:1,catalogItemId:"a",quantity:1,billingCycle:"monthly",addonItems:[{id:2,catalogItemId:"b",quantity:0,billingCycle:"monthly",currencyCode:"EUR"}]}]""");

        IReadOnlyList<CartFinding> findings = await one.FindAsync(offline: true);

        Assert.Equal(new[] { ("MixedCurrencies", (int?)null), ("QuantityInvalid", 2) }, findings.Select(finding => (finding.RuleId, finding.LineItemId)));
    }

    [Fact]
    public async Task Findings_name_their_line_and_its_cart()
    {
        ValidationCase one = new ValidationCase().WithCart($"id:\"{Sample.CartId}\"").Line("id:7").Line("id:8,quantity:0");

        CartFinding finding = Assert.Single(await one.FindAsync(offline: true));

        Assert.Equal((8, Sample.CatalogItemId, Sample.CustomerId, Sample.CartId), (finding.LineItemId, finding.CatalogItemId, finding.CustomerId, finding.CartId));
        Assert.Same(one.Cart.LineItems![1], finding.Line);
        Assert.Equal("Error QuantityInvalid: The quantity is 0.", finding.ToString());
        Assert.Equal("Use a whole number of at least 1.", finding.Recommendation);
    }

    [Fact]
    public async Task Lines_without_a_number_are_named_by_their_position()
    {
        IReadOnlyList<CartFinding> findings = await new ValidationCase().Line("quantity:0").Line().Line("quantity:0").FindAsync(offline: true);

        Assert.Equal(new int?[] { 0, 2 }, findings.Select(finding => finding.LineItemId));
    }

    [Fact]
    public async Task A_finding_names_the_customer_that_the_cart_was_tested_for()
    {
        ValidationCase one = new ValidationCase().Line("quantity:0");
        one.Cart.CustomerId = null;

        Assert.Equal(Sample.CustomerId, Assert.Single(await one.FindAsync(offline: true)).CustomerId);
    }

    [Fact]
    public async Task Nothing_is_sent_offline_and_no_customer_is_needed()
    {
        ValidationCase one = new ValidationCase().Line("""catalogItemId:"A:0001:B",promotionId:"p",provisioningContext:{subscriptionId:"s",ParentSubscriptionId:"t"}""");

        Assert.Empty(await new CartValidator(new PartnerClient(one.Service)).ValidateAsync(null, one.Cart, offline: true));
        Assert.Empty(one.Service.Requests);
    }

    [Fact]
    public async Task The_cart_is_not_changed()
    {
        ValidationCase one = new ValidationCase().Line("""billingCycle:"MONTHLY",termDuration:" p1y " """);
        string before = PartnerJson.WriteText(one.Cart);

        await one.FindAsync();

        Assert.Equal(before, PartnerJson.WriteText(one.Cart));
    }
}
