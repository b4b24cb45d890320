using System;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation.Host;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>The page at / of the host: everything on it is text, and nothing on it is secret.</summary>
public class StatusPageTests
{
    private const string Evil = "<script>document.title='pwned'</script>";
    private const string EvilId = "e0000000-0000-4000-8000-000000000001";

    [Fact]
    public async Task An_empty_emulator_says_how_to_begin()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);

        string page = await PageAsync(service);

        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("2025-06-10 12:0", page, StringComparison.Ordinal);
        Assert.Contains($"Connect-PartnerCenter -Endpoint {service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)} -AccessToken emulator", page, StringComparison.Ordinal);
        Assert.Contains("every request is answered as the service would", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carts_orders_requests_and_faults_show()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat().With("friendlyName", "desks"), Lines.Perpetual()));
        JToken order = (await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Json["orders"]![0]!;
        await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/ffffffff-ffff-4fff-8fff-ffffffffffff");
        await service.SetFaultAsync(new { operation = "carts.checkout", status = 503, times = 2, applyWork = true });

        string page = await PageAsync(service);

        Assert.Contains(cart.Id, Section(page, "carts"), StringComparison.Ordinal);
        Assert.Contains("Contoso", Section(page, "carts"), StringComparison.Ordinal);
        Assert.Contains("5 x desks", Section(page, "carts"), StringComparison.Ordinal);
        Assert.Contains("""<span class="badge good">Ordered</span>""", Section(page, "carts"), StringComparison.Ordinal);
        Assert.Contains((string)order["id"]!, Section(page, "orders"), StringComparison.Ordinal);
        Assert.Contains("""<span class="badge wait">pending</span>""", Section(page, "orders"), StringComparison.Ordinal);
        Assert.Contains("""<span class="badge bad">404</span>""", Section(page, "requests"), StringComparison.Ordinal);
        Assert.Contains("carts.checkout</code>", Section(page, "faults"), StringComparison.Ordinal);
        Assert.Contains("status 503, applyWork", Section(page, "faults"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_wrote_is_text()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        await service.SendAsync("POST", "/_emulator/customers", new { id = EvilId, companyName = Evil });
        await service.CreateCartAsync(EvilId, Lines.Cart(Lines.Seat().With("friendlyName", "\"><img src=x onerror=alert(1)>")));
        await service.SendAsync("GET", "/v1/customers/x?filter=<svg/onload=alert(1)>");
        await service.SetFaultAsync(new { operation = "carts.get", status = 500, description = "</td></table><script>alert(2)</script>" });

        string page = await PageAsync(service);

        Assert.Contains("&lt;script&gt;document.title=&#39;pwned&#39;&lt;/script&gt;", page, StringComparison.Ordinal);
        string[] tags = Regex.Matches(page, "<(script|img|svg|iframe|a|link)\\b[^>]*>", RegexOptions.IgnoreCase).Select(match => match.Value).ToArray();
        Assert.Equal(2, tags.Length);
        Assert.Equal("""<link rel="icon" href="data:,">""", tags[0]);
        Assert.StartsWith("<script nonce=", tags[1], StringComparison.Ordinal);
        Assert.Contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_host_name_that_is_none_is_text_too()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";

        string page = await (await service.Client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Equal("&lt;b&gt;&amp;", Markup.Of($"{"<b>&"}").ToString());
        Assert.Contains("http://evil.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_no_header_and_no_body_is_on_it()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        service.Client.DefaultRequestHeaders.Remove("Authorization");
        service.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer very-secret-token");
        service.Client.DefaultRequestHeaders.TryAddWithoutValidation("X-Secret", "secret-header");
        await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat().With("secretMember", "secret-member")));

        string page = await PageAsync(service);

        Assert.DoesNotContain("secret", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Looking_leaves_no_trace_needs_no_token_and_is_never_disturbed()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        await service.SetFaultAsync(new { operation = "*", status = 500, times = 0 });
        service.Client.DefaultRequestHeaders.Remove("Authorization");

        using HttpResponseMessage answer = await service.Client.GetAsync("/");
        using HttpResponseMessage head = await service.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(200, (int)head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Empty(await service.LogAsync());
    }

    [Fact]
    public async Task Nothing_but_its_own_style_and_script_may_run_and_nobody_keeps_it()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);

        using HttpResponseMessage first = await service.Client.GetAsync("/");
        using HttpResponseMessage second = await service.Client.GetAsync("/");

        string policy = first.Headers.GetValues("Content-Security-Policy").Single();
        string nonce = Regex.Match(policy, "script-src 'nonce-([^']+)'").Groups[1].Value;
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        string page = System.Net.WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync());
        Assert.Contains($"<script nonce=\"{nonce}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<style nonce=\"{nonce}\">", page, StringComparison.Ordinal);
        Assert.NotEqual(policy, second.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store", first.Headers.CacheControl!.ToString());
        Assert.Equal("text/html; charset=utf-8", first.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Only_the_newest_show_and_the_overview_shows_as_many_as_are_asked_for()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        for (int number = 0; number < 30; number++)
        {
            await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat().With("friendlyName", "cart-" + number + "-")));
        }

        string carts = Section(await PageAsync(service), "carts");

        Assert.Equal(25, Regex.Count(carts, "cart-\\d+-"));
        Assert.Contains("cart-29-", carts, StringComparison.Ordinal);
        Assert.DoesNotContain("cart-4-", carts, StringComparison.Ordinal);
        Assert.Equal(30, (await service.GetAsync("/_emulator/overview?most=100")).Json["carts"]!.Count());
        Assert.Equal(400, (await service.GetAsync("/_emulator/overview?most=0")).Status);
        Assert.Equal(400, (await service.GetAsync("/_emulator/overview?most=many")).Status);
    }

    [Fact]
    public async Task Each_service_keeps_its_own_root_for_everything_but_looking()
    {
        await using TestService service = await TestService.StartAsync(Door.Kestrel);
        Assert.Equal(404, (await service.SendAsync("POST", "/")).Status);
        Assert.Single(await service.LogAsync());
    }

    private static async Task<string> PageAsync(TestService service)
    {
        using HttpResponseMessage answer = await service.Client.GetAsync("/");
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Section(string page, string id) => Regex.Match(page, $"<section id=\"{id}\">.*?</section>", RegexOptions.Singleline).Value;
}
