using System;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class EmulatorControlTests
{
    [Fact]
    public Task Resetting() => Sends("POST", "/_emulator/reset", null, "", e => e.ResetAsync());

    [Fact]
    public Task Reading_the_clock() => Sends("GET", "/_emulator/clock", null, """{"now":"2024-01-02T03:04:05Z"}""", e => e.GetClockAsync());

    [Fact]
    public Task Moving_the_clock() =>
        Sends("POST", "/_emulator/clock", """{"advanceSeconds":900.5}""", """{"now":"2024-01-02T03:04:05Z"}""", e => e.AdvanceClockAsync(TimeSpan.FromSeconds(900.5)));

    [Fact]
    public Task Setting_a_fault() =>
        Sends("POST", "/_emulator/faults", """{"operation":"carts.get","status":503,"times":2}""", "",
            e => e.AddFaultAsync(new EmulatorFault { Operation = "carts.get", Status = 503, Times = 2 }));

    [Fact]
    public Task Clearing_faults() => Sends("DELETE", "/_emulator/faults", null, "", e => e.ClearFaultsAsync());

    [Fact]
    public Task Reading_the_settings() => Sends("GET", "/_emulator/settings", null, """{"pageSize":null}""", e => e.GetSettingsAsync());

    [Fact]
    public Task Changing_a_setting() =>
        Sends("POST", "/_emulator/settings", """{"failingItems":["a"]}""", "{}", e => e.SetSettingAsync("failingItems", new[] { "a" }));

    [Fact]
    public Task Switching_a_limit_off() => Sends("POST", "/_emulator/settings", """{"pageSize":null}""", "{}", e => e.SetSettingAsync("pageSize", null));

    [Fact]
    public Task Making_an_invoice() =>
        Sends("POST", "/_emulator/invoices", """{"id":"G000000001","lines":3,"brokenRows":[1]}""", """{"id":"G000000001"}""",
            e => e.AddInvoiceAsync(new EmulatorInvoice { Id = "G000000001", Lines = 3, BrokenRows = [1] }));

    [Fact]
    public Task Reading_the_log() => Sends("GET", "/_emulator/requests", null, """{"items":[]}""", e => e.GetRequestsAsync());

    [Fact]
    public Task Reading_the_log_of_one_operation() =>
        Sends("GET", "/_emulator/requests?operation=carts.create", null, """{"items":[]}""", e => e.GetRequestsAsync("carts.create"));

    [Fact]
    public Task Clearing_the_log() => Sends("DELETE", "/_emulator/requests", null, "", e => e.ClearRequestsAsync());

    [Fact]
    public async Task The_clock_is_what_the_emulator_says()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"now":"2024-01-02T03:04:05Z"}"""));
        using var client = new PartnerClient(transport);

        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), await client.Emulator.GetClockAsync());
    }

    private static async Task Sends(string method, string path, string? body, string answer, Func<EmulatorOperations, Task> call)
    {
        using var transport = new ScriptedTransport(Answer.Json(answer));
        using var client = new PartnerClient(transport);

        await call(client.Emulator);

        Assert.Equal((method, path), (transport.Request.Method, transport.Request.Path));
        Assert.False(transport.Request.NeedsToken);
        Assert.Equal(body == null, transport.Request.Body == null);
        if (body != null)
        {
            JsonComparison.Same(Fixture.Parse(body), Sample.Body(transport.Request));
        }
    }
}
