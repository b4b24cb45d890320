using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>What a state file keeps from one emulator to the next.</summary>
public sealed class StateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("emulator-state-").FullName;

    private string StatePath => Path.Combine(folder, "deep", "state.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Carts_orders_repeats_customers_and_the_clock_survive()
    {
        Answer cart;
        Answer open;
        Answer result;
        await using (TestService before = await StartAsync())
        {
            await before.SendAsync("POST", "/_emulator/customers", new { count = 1, country = "DE" });
            cart = await before.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat().With("fromTomorrow", 1), Lines.Reservation()), "3705fc6d-4127-4a87-bdba-9658f73fe019");
            open = await before.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
            result = await before.CheckoutAsync(Seeds.Contoso, cart.Id);
            before.Emulator.Advance(TimeSpan.FromHours(1));
        }

        for (int restart = 0; restart < 2; restart++)
        {
            await using TestService after = await StartAsync();
            Assert.Equal(TestService.Start + TimeSpan.FromHours(1), after.Emulator.Now);
            Assert.True(JToken.DeepEquals(open.Json, (await after.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{open.Id}")).Json));
            Assert.Equal(cart.Text, (await after.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()), "3705fc6d-4127-4a87-bdba-9658f73fe019")).Text);
            Assert.True(JToken.DeepEquals(result.Json, (await after.CheckoutAsync(Seeds.Contoso, cart.Id)).Json));
            Assert.Equal(2, (int)(await after.GetAsync($"/v1/customers/{Seeds.Contoso}/orders")).Json["totalCount"]!);
            Assert.Contains((await after.GetAsync("/_emulator/customers")).Json["items"]!, customer => (string?)customer["country"] == "DE" && (string?)customer["companyName"] == "Sample Customer 00001");
        }
    }

    [Fact]
    public async Task A_torn_last_line_is_dropped_and_the_rest_kept()
    {
        Answer kept;
        Answer torn;
        await using (TestService before = await StartAsync())
        {
            kept = await before.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
            torn = await before.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        }

        string text = await File.ReadAllTextAsync(StatePath);
        await File.WriteAllTextAsync(StatePath, text[..^40]);
        Answer added;
        await using (TestService after = await StartAsync())
        {
            Assert.Equal(200, (await after.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{kept.Id}")).Status);
            Assert.Equal(404, (await after.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{torn.Id}")).Status);
            added = await after.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        }

        await using TestService again = await StartAsync();
        Assert.Equal(200, (await again.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{added.Id}")).Status);
    }

    [Fact]
    public async Task A_file_with_nothing_but_a_torn_line_is_usable()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StatePath)!);
        await File.WriteAllTextAsync(StatePath, FileStateLog.Header + "\n[{\"kind\":\"cart\",\"val");
        Answer cart;
        await using (TestService first = await StartAsync())
        {
            cart = await first.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        }

        await using TestService second = await StartAsync();
        Assert.Equal(200, (await second.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(56)]
    public async Task A_file_with_a_torn_header_is_usable(int length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StatePath)!);
        await File.WriteAllTextAsync(StatePath, FileStateLog.Header[..Math.Min(length, FileStateLog.Header.Length)]);
        Answer cart;
        await using (TestService first = await StartAsync())
        {
            cart = await first.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        }

        await using TestService second = await StartAsync();
        Assert.Equal(200, (await second.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}")).Status);
    }

    [Fact]
    public async Task Restarting_keeps_one_line_for_a_cart_that_changed_often()
    {
        await using (TestService before = await StartAsync())
        {
            Answer cart = await before.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
            for (int index = 0; index < 20; index++)
            {
                await before.UpdateCartAsync(Seeds.Contoso, cart.Id, cart.Json);
            }

            Assert.Equal(21, LinesOfFile());
        }

        await using (await StartAsync())
        {
            // The cart and the clock; seeds come from the assembly.
            Assert.Equal(2, LinesOfFile());
        }
    }

    [Fact]
    public async Task The_file_holds_no_token_and_reset_empties_it()
    {
        await using TestService service = await StartAsync();
        await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        Assert.DoesNotContain("some-token", ReadShared(), StringComparison.Ordinal);
        await service.SendAsync("POST", "/_emulator/reset");
        Assert.Equal(FileStateLog.Header, ReadShared().TrimEnd());
    }

    [Fact]
    public async Task Ten_thousand_carts_cost_one_line_each()
    {
        await using TestService service = await StartAsync();
        string body = Lines.Cart(Lines.Seat()).ToString();
        string[] ids = new string[10_000];
        await Parallel.ForAsync(0, ids.Length, async (index, _) => ids[index] = (await service.CreateCartAsync(Seeds.Contoso, body)).Id);
        Assert.Equal(10_000, ids.Distinct().Count());
        // Work grows with the request, not with the state: every step appends the same small amount.
        Assert.Equal(10_000, LinesOfFile());
        Assert.InRange(ReadShared().Length / 10_000, 500, 2_000);
        Assert.Equal(200, (await service.GetAsync($"/v1/customers/{Seeds.Contoso}/carts/{ids[5_000]}")).Status);
        Assert.Single((await service.CheckoutAsync(Seeds.Contoso, ids[9_999])).Json["orders"]!);
        Assert.Equal(10_001, LinesOfFile());
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(options: new EmulatorOptions { StartTime = TestService.Start, StatePath = StatePath });

    // Without the first line, which says whose file it is.
    private int LinesOfFile() => ReadShared().Count(character => character == '\n') - 1;

    private string ReadShared()
    {
        using var stream = new FileStream(StatePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
