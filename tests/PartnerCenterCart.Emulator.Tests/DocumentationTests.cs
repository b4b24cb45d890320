using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Tests;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>docs/emulator.md names everything that the emulator has.</summary>
public class DocumentationTests
{
    private static readonly string Page = Repository.Text("docs/emulator.md");

    [Fact]
    public async Task The_page_lists_every_customer_and_catalog_item()
    {
        await using TestService service = await TestService.StartAsync();
        string[] customers = (await service.GetAsync("/_emulator/customers")).Json["items"]!.Select(item => (string)item["id"]!).Where(id => !IsMade(id)).ToArray();
        // German and British items besides the American ones: some are sold in one country only. Reissued ids would be old tomorrow, so product and SKU stand for them.
        var items = new HashSet<string>();
        foreach (string country in new[] { "US", "DE", "GB" })
        {
            foreach (JToken item in (await service.GetAsync("/_emulator/catalog?country=" + country)).Json["items"]!)
            {
                string id = (string)item["catalogItemId"]!;
                if ((bool)item["reissued"]!)
                {
                    items.Add(id[..id.LastIndexOf(':')]);
                }
                else if (country == "US")
                {
                    items.Add(id);
                }
            }
        }

        Assert.All(customers.Concat(items), id => Assert.True(Page.Contains("`" + id + "`", StringComparison.Ordinal), id + " is missing in docs/emulator.md: add a row to its table."));
    }

    [Fact]
    public async Task The_page_lists_the_promotions_of_a_quarter()
    {
        await using TestService service = await TestService.StartAsync();
        string[] running = (await service.GetAsync("/v1/productpromotions?country=US&segment=commercial")).Json["items"]!.Ids();
        Assert.NotEmpty(running);
        Assert.All(running, id => Explained("`" + id + "`"));
    }

    [Fact]
    public async Task The_page_lists_the_made_customers_by_their_standing()
    {
        await using TestService service = await TestService.StartAsync();
        JToken[] made = (await service.GetAsync("/_emulator/customers")).Json["items"]!.Where(item => IsMade((string)item["id"]!)).ToArray();
        AssertRow(made, "locked", customer => (string?)customer["standing"] == "locked");
        AssertRow(made, "underReview", customer => (string?)customer["standing"] == "underReview");
        AssertRow(made, "rejected", customer => (string?)customer["standing"] == "rejected");
        AssertRow(made, "unknown", customer => (string?)customer["standing"] == "unknown");
        AssertRow(made, "noStatus", customer => (string?)customer["standing"] == "noStatus");
        AssertRow(made, "notReady", customer => (string?)customer["standing"] == "notReady");
        AssertRow(made, "no agreement", customer => !(bool)customer["customerAgreement"]!);
        AssertRow(made, "directSigned", customer => (bool)customer["directSigned"]!);
        Assert.All(made, customer => Assert.Equal(CountryOf(Number(customer)), (string?)customer["country"]));
        Assert.All(made, customer => Assert.Equal(SegmentOf(Number(customer)), (string?)customer["segment"]));
    }

    [Fact]
    public async Task The_page_explains_every_operation_control_route_and_fault_member()
    {
        await using TestService service = await TestService.StartAsync();
        string routes = (string)(await service.GetAsync("/_emulator/nothing")).Json["description"]!;
        string operations = (string)(await service.SendAsync("POST", "/_emulator/faults", "{}")).Json["description"]!;
        string members = (string)(await service.SendAsync("POST", "/_emulator/faults", "{\"nothing\":1}")).Json["description"]!;
        string[] settings = (await service.GetAsync("/_emulator/settings")).Json.Properties().Select(member => member.Name).ToArray();
        Assert.All(Listed(routes).Select(route => route.Replace(" ", " `", StringComparison.Ordinal) + "`"), Explained);
        Assert.All(Listed(operations).Concat(Listed(members)), name => Explained("`" + name + "`"));
        Assert.All(settings, name => Explained("`" + name + "`"));
    }

    private static bool IsMade(string id) => id.StartsWith("c1000000", StringComparison.Ordinal);

    private static int Number(JToken customer) => int.Parse(((string)customer["id"]!)[^3..], System.Globalization.CultureInfo.InvariantCulture);

    private static string CountryOf(int number) => (number % 3) switch { 0 => "US", 1 => "DE", _ => "GB" };

    private static string SegmentOf(int number) => (number % 10) switch { 7 => "education", 8 => "government", 9 => "nonprofit", _ => "commercial" };

    private static void AssertRow(JToken[] made, string standing, Func<JToken, bool> isOf)
    {
        string numbers = string.Join(", ", made.Where(isOf).Select(customer => ((string)customer["id"]!)[^3..]));
        Explained("| " + standing + " | " + numbers + " |");
    }

    private static void Explained(string text) => Assert.True(Page.Contains(text, StringComparison.Ordinal), text + " is missing in docs/emulator.md: explain it there.");

    private static string[] Listed(string description) => description[(description.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.').Split(", ");
}
