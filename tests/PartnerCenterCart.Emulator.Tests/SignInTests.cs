using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>What the emulator demands of a token, when it is told to.</summary>
public class SignInTests
{
    private const string Audience = "https://api.partnercenter.microsoft.com";

    private static readonly long Valid = TestService.Start.ToUnixTimeSeconds() + 60;

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task Any_token_will_do_unless_told_otherwise(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);

        Answer answer = await service.GetAsync("/v1/invoices/summary");

        Assert.Equal(200, answer.Status);
        Assert.Equal("USD", (string?)answer.Json["currencyCode"]);
    }

    [Theory]
    [InlineData("opaque", "900420")]
    [InlineData("""{"aud":"https://graph.windows.net"}""", "900420")]
    [InlineData("""{"aud":"https://api.partnercenter.microsoft.com","exp":1}""", "800001")]
    [InlineData("""{"aud":"https://api.partnercenter.microsoft.com/"}""", null)]
    [InlineData("""{"aud":"https://api.partnercenter.microsoft.com","exp":VALID}""", null)]
    public async Task An_audience_can_be_demanded(string token, string? code)
    {
        await using TestService service = await TestService.StartAsync();
        await SetAsync(service, new { audience = Audience });

        Assert.Equal(code, await RefusalAsync(service, token));
    }

    [Theory]
    [InlineData("""{"scp":"user_impersonation","amr":["pwd"]}""", "900421")]
    [InlineData("""{"scp":"user_impersonation","amr":["pwd","mfa"]}""", null)]
    [InlineData("""{"idtyp":"app"}""", null)]
    [InlineData("opaque", null)]
    public async Task Multi_factor_authentication_can_be_demanded_of_people(string token, string? code)
    {
        await using TestService service = await TestService.StartAsync();
        await SetAsync(service, new { requireMfa = true });

        Assert.Equal(code, await RefusalAsync(service, token));
    }

    [Theory]
    [InlineData("""{"scp":"x","amr":["mfa"]}""", "true")]
    [InlineData("""{"scp":"x","amr":["pwd"]}""", "false")]
    [InlineData("""{"idtyp":"app"}""", null)]
    [InlineData("opaque", null)]
    public async Task ValidateMfa_is_answered_where_it_can_be_told(string token, string? header)
    {
        await using TestService service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/invoices/summary");
        request.Headers.Add("ValidateMfa", "true");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token(token));

        using HttpResponseMessage answer = await service.Client.SendAsync(request);

        Assert.Equal(header, answer.Headers.TryGetValues("isMfaCompliant", out var values) ? string.Join(",", values) : null);
    }

    private static async Task SetAsync(TestService service, object settings) =>
        Assert.Equal(200, (await service.SendAsync("POST", "/_emulator/settings", JToken.FromObject(settings))).Status);

    private static async Task<string?> RefusalAsync(TestService service, string token)
    {
        service.Client.DefaultRequestHeaders.Remove("Authorization");
        service.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + Token(token));
        Answer answer = await service.GetAsync("/v1/invoices/summary");
        Assert.True(answer.Status is 200 or 401);
        return answer.Status == 200 ? null : (string?)answer.Json["code"];
    }

    private static string Token(string claims) => claims[0] != '{'
        ? claims
        : "eyJhbGciOiJub25lIn0." + Convert.ToBase64String(Encoding.UTF8.GetBytes(claims.Replace("VALID", Valid.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))).TrimEnd('=').Replace('+', '-').Replace('/', '_') + ".x";
}
