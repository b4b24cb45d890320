using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Tokens that the caller brings, and the table of clouds.</summary>
public class TokenCheckTests
{
    private const string Tenant = "a1000000-0000-4000-8000-000000000001";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("https://graph.windows.net", "GlobalCloud", "retired")]
    [InlineData("https://graph.windows.net/", "GlobalCloud", "retired")]
    [InlineData("00000002-0000-0000-c000-000000000000", "GlobalCloud", "retired")]
    [InlineData("https://management.azure.com/", "GlobalCloud", "https://api.partnercenter.microsoft.com/.default")]
    [InlineData("https://api.partnercenter.microsoft.com", "ChinaCloud", "https://partner.partnercenterapi.microsoftonline.cn/.default")]
    public void A_wrong_audience_is_refused_with_what_to_ask_for(string audience, string cloud, string says)
    {
        PartnerException refused = Refused(new() { ["aud"] = audience }, cloud);

        Assert.Equal(PartnerErrorKind.InvalidInput, refused.Kind);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains("/user_impersonation", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_has_expired_is_refused_with_the_time() =>
        Assert.Contains("2026-03-01 11:59:59", Refused(new() { ["exp"] = Now.ToUnixTimeSeconds() - 1 }).Message, StringComparison.Ordinal);

    [Fact]
    public void A_token_of_another_tenant_is_refused_with_both() =>
        Assert.Contains("b2000000", Refused(new() { ["tid"] = "b2000000-0000-4000-8000-000000000002" }).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://api.partnercenter.microsoft.com")]
    [InlineData("https://api.partnercenter.microsoft.com/")]
    [InlineData("fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd")]
    public void A_token_for_Partner_Center_is_taken(string audience) =>
        Check(new() { ["aud"] = audience, ["exp"] = Now.ToUnixTimeSeconds() + 1, ["tid"] = Tenant }, "GlobalCloud");

    [Fact]
    public void What_a_token_does_not_say_is_not_held_against_it() => Check(new() { ["sub"] = "tester" }, "GlobalCloud");

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("eyJ.!!!.x")]
    public void An_opaque_token_says_nothing(string token) => Assert.Null(TokenClaims.Read(token));

    [Theory]
    [InlineData("""{"idtyp":"app"}""", PartnerTokenKind.AppOnly)]
    [InlineData("""{"roles":["x"]}""", PartnerTokenKind.AppOnly)]
    [InlineData("""{"oid":"o","sub":"o"}""", PartnerTokenKind.AppOnly)]
    [InlineData("""{"idtyp":"user"}""", PartnerTokenKind.AppUser)]
    [InlineData("""{"scp":"user_impersonation","roles":["x"]}""", PartnerTokenKind.AppUser)]
    [InlineData("""{"sub":"s"}""", PartnerTokenKind.Unknown)]
    public void Whose_a_token_is_shows_in_its_claims(string claims, PartnerTokenKind kind) => Assert.Equal(kind, TokenClaims.Read(Token(claims))!.Kind);

    [Theory]
    [InlineData("""{"amr":["pwd","mfa"]}""", true)]
    [InlineData("""{"amr":["pwd"]}""", false)]
    [InlineData("""{}""", null)]
    public void Multi_factor_authentication_shows_in_amr(string claims, bool? has) => Assert.Equal(has, TokenClaims.Read(Token(claims))!.HasMfa);

    [Theory]
    [InlineData("GlobalCloud", "https://login.microsoftonline.com/", "https://api.partnercenter.microsoft.com/", true)]
    [InlineData("usgovernmentcloud", "https://login.microsoftonline.us/", "https://api.partnercenter.microsoft.com/", false)]
    [InlineData("USGovernment", "https://login.microsoftonline.us/", "https://api.partnercenter.microsoft.com/", false)]
    [InlineData("ChinaCloud", "https://login.partner.microsoftonline.cn/", "https://partner.partnercenterapi.microsoftonline.cn/", false)]
    public void Each_cloud_has_its_row(string name, string authority, string endpoint, bool hasReconciliation)
    {
        var cloud = CloudEnvironment.Parse(name);

        Assert.Equal(authority, cloud.Authority.ToString());
        Assert.Equal(endpoint, cloud.Endpoint.ToString());
        Assert.Equal(endpoint.TrimEnd('/'), cloud.Audience);
        Assert.Equal(hasReconciliation, cloud.HasGraphReconciliation);
    }

    [Theory]
    [InlineData("GermanCloud", "closed")]
    [InlineData("GermanyCloud", "closed")]
    [InlineData("MoonCloud", "GlobalCloud, ChinaCloud, USGovernmentCloud")]
    [InlineData("", "GlobalCloud")]
    public void A_cloud_that_is_no_more_or_never_was_is_refused_with_the_reason(string name, string says) =>
        Assert.Contains(says, Assert.Throws<PartnerException>(() => CloudEnvironment.Parse(name)).Message, StringComparison.Ordinal);

    private static string Token(string claims) => "eyJhbGciOiJub25lIn0." + Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_') + ".x";

    private static PartnerException Refused(Dictionary<string, object> claims, string cloud = "GlobalCloud") => Assert.Throws<PartnerException>(() => Check(claims, cloud));

    private static void Check(Dictionary<string, object> claims, string cloud) =>
        TokenCheck.Demand(TokenClaims.Read(Token(JsonSerializer.Serialize(claims)))!, CloudEnvironment.Parse(cloud), Tenant, Now);
}
