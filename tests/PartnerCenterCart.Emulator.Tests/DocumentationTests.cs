using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>docs/emulator.md names everything that the emulator has.</summary>
public class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(PagePath());

    [Fact]
    public async Task The_page_lists_every_customer_and_catalog_item()
    {
        await using TestService service = await TestService.StartAsync();
        string[] customers = (await service.GetAsync("/_emulator/customers")).Json["items"]!.Select(item => (string)item["id"]!).ToArray();
        string[] items = (await service.GetAsync("/_emulator/catalog")).Json["items"]!.Select(item => (string)item["catalogItemId"]!).ToArray();
        Assert.All(customers.Concat(items), id => Assert.True(Page.Contains("`" + id + "`", StringComparison.Ordinal), id + " is missing in docs/emulator.md: add a row to its table."));
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

    private static void Explained(string text) => Assert.True(Page.Contains(text, StringComparison.Ordinal), text + " is missing in docs/emulator.md: explain it there.");

    private static string[] Listed(string description) => description[(description.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.').Split(", ");

    private static string PagePath()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PartnerCenterCart.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "emulator.md");
    }
}
