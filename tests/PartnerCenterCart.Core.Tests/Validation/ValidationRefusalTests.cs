using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A check that may not be made is a finding and the others go on; what ends every check goes up.</summary>
public class ValidationRefusalTests
{
    private const string Promotion = "39NFJQT1SNC7:0001:39NFJQT1Q5KM";
    private const string Addon = "CFQ7TTC0ADDN:0003:CFQ7TTC0AAAA";
    private const string Stale = "CFQ7TTC0LF8S:0001:CFQ7TTC0OLD1";

    private static readonly string Azure = ValidationCase.Subscription("azure");
    private static readonly string Parent = ValidationCase.Subscription("parent");

    // Every question that is asked about the cart of these tests, but that for the customer.
    private static readonly string[] AllQuestions =
    {
        ValidationCase.Status,
        ValidationCase.Agreements,
        ValidationCase.DirectSigned,
        Parent,
        Azure,
        Azure + "/registrationstatus",
        ValidationCase.Inventory,
        ValidationCase.Subscriptions,
        ValidationCase.Promotion(Promotion),
        ValidationCase.Eligibility,
        ValidationCase.Sku(Addon),
        ValidationCase.Availability(Addon),
        ValidationCase.Availabilities(Stale),
    };

    public static TheoryData<string> Questions => new(AllQuestions);

    [Fact]
    public async Task Everything_is_asked_and_nothing_is_found_but_the_stale_id()
    {
        ValidationCase one = Everything();

        Assert.Equal("CatalogItemStale", await one.RulesAsync());
        Assert.Empty(AllQuestions.Except(one.Service.Asked));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_that_is_refused_is_told_and_the_others_are_asked(string question)
    {
        ValidationCase one = Everything().Refuses(question);

        IReadOnlyList<CartFinding> findings = await one.FindAsync();

        CartFinding[] refused = findings.Where(finding => finding.RuleId == "CheckNotPossible").ToArray();
        Assert.NotEmpty(refused);
        Assert.All(refused, finding => Assert.Equal((FindingSeverity.Information, true), (finding.Severity, finding.Message.EndsWith("No.", StringComparison.Ordinal))));
        Assert.Equal("CatalogItemStale", ValidationCase.Rules(findings.Except(refused)));
        Assert.Contains(ValidationCase.Agreements, one.Service.Asked);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_lost_connection_ends_every_check(string question)
    {
        ValidationCase one = Everything();
        one.Service.Lose(question, PartnerErrorKind.ConnectionFailed);

        Assert.Equal(PartnerErrorKind.ConnectionFailed, (await Assert.ThrowsAsync<PartnerException>(() => one.FindAsync())).Kind);
        Assert.Equal(question, one.Service.Asked[^1]);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_token_that_is_not_accepted_ends_every_check(string question)
    {
        ValidationCase one = Everything().Refuses(question, 401, "900420");

        Assert.Equal(PartnerErrorKind.Unauthorized, (await Assert.ThrowsAsync<PartnerException>(() => one.FindAsync())).Kind);
        Assert.Equal(question, one.Service.Asked[^1]);
    }

    [Theory]
    [InlineData(401, PartnerErrorKind.Unauthorized)]
    [InlineData(429, PartnerErrorKind.Throttled)]
    [InlineData(500, PartnerErrorKind.ServiceError)]
    [InlineData(503, PartnerErrorKind.ServiceError)]
    [InlineData(504, PartnerErrorKind.Timeout)]
    public async Task A_customer_that_cannot_be_asked_for_now_is_not_unknown(int status, PartnerErrorKind kind)
    {
        ValidationCase one = new ValidationCase().Line().Refuses($"GET {ValidationCase.Customer}", status);

        Assert.Equal(kind, (await Assert.ThrowsAsync<PartnerException>(() => one.FindAsync())).Kind);
    }

    [Theory]
    [InlineData(429, PartnerErrorKind.Throttled)]
    [InlineData(500, PartnerErrorKind.ServiceError)]
    [InlineData(409, PartnerErrorKind.Conflict)]
    public async Task A_service_that_fails_is_no_refusal(int status, PartnerErrorKind kind)
    {
        ValidationCase one = new ValidationCase().Line().Refuses(ValidationCase.Sku(Sample.CatalogItemId), status);

        Assert.Equal(kind, (await Assert.ThrowsAsync<PartnerException>(() => one.FindAsync())).Kind);
    }

    [Fact]
    public async Task A_refusal_names_its_line_and_the_lines_after_it_are_checked()
    {
        ValidationCase one = new ValidationCase().Sells(Addon, "maximumQuantity:1")
            .Line("id:1,quantity:1000").Line($"id:2,quantity:1000,catalogItemId:\"{Addon}\"").Refuses(ValidationCase.Sku(Sample.CatalogItemId));

        Assert.Equal(new[] { ("CheckNotPossible", (int?)1), ("QuantityOutOfRange", 2) }, (await one.FindAsync()).Select(finding => (finding.RuleId, finding.LineItemId)));
    }

    [Fact]
    public async Task An_app_only_token_may_not_read_status_and_signature()
    {
        ValidationCase one = new ValidationCase().Sells(Sample.CatalogItemId, """purchasePrerequisites:["MicrosoftCustomerAgreement"]""").Line()
            .Confirms().Refuses(ValidationCase.Status, 403, "900329").Refuses(ValidationCase.DirectSigned, 403, "900329");

        IReadOnlyList<CartFinding> findings = await one.FindAsync();

        Assert.Equal("CheckNotPossible CheckNotPossible", ValidationCase.Rules(findings));
        Assert.Equal("It could not be found out about the validation status of the customer: No.", findings[0].Message);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        ValidationCase one = Everything();

        await one.FindAsync();

        Assert.DoesNotContain(one.Service.Requests, request => request.Method is not ("GET" or "POST"));
        Assert.Equal(
            new[] { "inventory.check", "promotionEligibilities.create" },
            one.Service.Requests.Where(request => request.Method == "POST").Select(request => request.Operation).Distinct().OrderBy(name => name));
        Assert.All(one.Service.Requests, request => Assert.Equal(RetryClass.Read, request.RetryClass));
    }

    [Fact]
    public async Task Where_only_reads_are_wanted_the_two_posts_are_left_out_and_told()
    {
        ValidationCase one = Everything();

        IReadOnlyList<CartFinding> findings = await new CartValidator(new PartnerClient(one.Service, one.Clock)) { OnlyReads = true }.ValidateAsync(Sample.CustomerId, one.Cart);

        Assert.All(one.Service.Requests, request => Assert.Equal("GET", request.Method));
        Assert.Equal(
            new[] { ("CheckNotPossible", (int?)0), ("CheckNotPossible", 0), ("CatalogItemStale", 2), ("CheckNotPossible", 2) },
            findings.Select(finding => (finding.RuleId, finding.LineItemId)));
    }

    [Fact]
    public async Task Every_call_can_be_ended_by_the_caller()
    {
        using var stop = new CancellationTokenSource();
        ValidationCase one = Everything();

        await one.FindAsync(stop: stop.Token);

        Assert.All(one.Service.Tokens, token => Assert.Equal(stop.Token, token));
    }

    // One of everything that a cart can be asked about.
    private static ValidationCase Everything() => new ValidationCase()
        .Sells(Sample.CatalogItemId, """purchasePrerequisites:["InventoryCheck","AzureSubscriptionRegistration","MicrosoftCustomerAgreement"]""")
        .Sells(Addon, """dynamicAttributes:{isAddon:true,prerequisiteSkus:["BASE:0001"]}""")
        .Confirms()
        .Answers(ValidationCase.DirectSigned, """{"isSigned":true}""")
        .Answers(ValidationCase.Subscriptions, """{"items":[{"id":"1","offerId":"BASE:0001:A","status":"active"}]}""")
        .Answers(Parent, """{"id":"parent"}""")
        .Answers(Azure, """{"id":"azure"}""")
        .Answers(Azure + "/registrationstatus", """{"status":"registered"}""")
        .Answers(ValidationCase.Inventory, """[{"productId":"CFQ7TTC0LF8S","skuId":"0001","isRestricted":false}]""")
        .Answers(ValidationCase.Promotion(Promotion), $$"""{"id":"{{Promotion}}"}""")
        .Answers(ValidationCase.Eligibility, """{"items":[{"eligibilities":[{"isEligible":true}]}]}""")
        .Refuses(ValidationCase.Availability(Stale), 404, "400019")
        .Line($$"""id:0,promotionId:"{{Promotion}}",provisioningContext:{subscriptionId:"azure",ParentSubscriptionId:"parent"}""")
        .Line($"id:1,catalogItemId:\"{Addon}\"")
        .Line($"id:2,catalogItemId:\"{Stale}\"");
}
