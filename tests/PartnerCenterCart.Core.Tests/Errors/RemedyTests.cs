using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What to try next, for the codes of behaviours.md, section 11, that a purchase meets.</summary>
public class RemedyTests
{
    [Theory]
    [InlineData("900420", 401, "https://api.partnercenter.microsoft.com")]
    [InlineData("900421", 401, "multi-factor")]
    [InlineData("900329", 403, "App+User")]
    [InlineData("2032", 403, "role")]
    [InlineData("900150", 403, "role")]
    [InlineData("900308", 403, "role")]
    [InlineData("900309", 403, "conditional access")]
    [InlineData("20002", 403, "customer id")]
    [InlineData("60003", 404, "customer id")]
    [InlineData("900118", 400, "customer id")]
    [InlineData("13605", 403, "Microsoft Customer Agreement")]
    [InlineData("800073", 403, "under review")]
    [InlineData("800074", 403, "under review")]
    [InlineData("800075", 403, "rejected")]
    [InlineData("900416", 403, "locked")]
    [InlineData("400019", 404, "availability")]
    [InlineData("800002", 400, "lines")]
    [InlineData("800008", 404, "seven days")]
    [InlineData("800009", 400, "Error")]
    [InlineData("800010", 400, "stock")]
    [InlineData("800060", 409, "Get-PartnerCustomerOrder")]
    [InlineData("800064", 409, "Get-PartnerCustomerOrder")]
    [InlineData("800065", 400, "Get-PartnerCustomerOrder")]
    [InlineData("20000", 404, "15 minutes")]
    [InlineData("800043", 403, "-IncludePrice")]
    [InlineData("900126", 400, "billing cycle")]
    [InlineData("900169", 400, "currency")]
    [InlineData("900203", 400, "AttestationAccepted")]
    [InlineData("900206", 400, "PartnerOnRecordAttestationAccepted")]
    [InlineData("900269", 400, "billing cycle")]
    [InlineData("900270", 400, "billing cycle")]
    [InlineData("800121", 400, "term")]
    [InlineData("2002", 400, "quantity")]
    [InlineData("800017", 400, "quantity")]
    [InlineData("900275", 400, "quantity")]
    public void A_documented_code_tells_what_to_do(string code, int status, string words)
    {
        PartnerException failure = Failure.Of(status, $$"""{"code":"{{code}}","description":"x"}""");

        Assert.Contains(words, failure.RecommendedAction);
        Assert.Contains(failure.RecommendedAction!, failure.Message);
    }

    [Theory]
    [InlineData(401, "Connect-PartnerCenter")]
    [InlineData(404, "cart id")]
    [InlineData(429, "fewer calls")]
    [InlineData(500, "Try again later")]
    [InlineData(504, "Try again")]
    [InlineData(302, "endpoint")]
    public void Without_a_code_the_kind_tells_what_to_do(int status, string words) => Assert.Contains(words, Failure.Of(status).RecommendedAction);

    [Fact]
    public void A_redirect_says_where_it_points() =>
        Assert.Contains("(https://sign-in.example/)", Failure.Of(302, headers: ("Location", "https://sign-in.example/")).RecommendedAction);

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public void Where_nothing_helps_nothing_is_said(int status) => Assert.Null(Failure.Of(status, """{"code":"4018","description":"x"}""").RecommendedAction);

    [Theory]
    [InlineData("10001", "catalog item id")]
    [InlineData("quota_not_available", "quantity")]
    [InlineData("MaxAllowedSeatsPerSubscriptionExceeded", "quantity")]
    [InlineData("10011", "Register")]
    [InlineData("10012", "AttestationAccepted")]
    [InlineData("10017", "end date")]
    [InlineData("500600", "new commerce")]
    public void A_line_error_tells_what_to_do(string code, string words) => Assert.Contains(words, CartErrorCode.Remedy(code));

    [Theory]
    [InlineData("unknown")]
    [InlineData("10999")]
    [InlineData("something_new")]
    [InlineData(null)]
    public void A_line_error_that_nobody_knows_has_no_remedy(string? code) => Assert.Null(CartErrorCode.Remedy(code));
}
