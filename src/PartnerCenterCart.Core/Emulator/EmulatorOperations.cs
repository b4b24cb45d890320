using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// The controls of an emulator of the service: its clock, its faults, its log (docs/emulator.md has the routes). The
/// service itself has none of them.
/// </summary>
public sealed class EmulatorOperations
{
    private readonly CallSender sender;

    internal EmulatorOperations(CallSender sender) => this.sender = sender;

    /// <summary>Puts the emulator back to its start: no carts, orders, faults or log; the clock on real time.</summary>
    public Task ResetAsync(CancellationToken cancellationToken = default) =>
        sender.SendAsync(Request(HttpMethod.Post, Path("reset"), "resetting the emulator"), cancellationToken);

    /// <summary>What the emulator's clock shows.</summary>
    public async Task<DateTimeOffset> GetClockAsync(CancellationToken cancellationToken = default) =>
        (await sender.SendAsync<EmulatorClockReading>(Request(HttpMethod.Get, Path("clock"), "reading the emulator's clock"), cancellationToken).ConfigureAwait(false)).Now ?? default;

    /// <summary>Moves the clock forward and returns what it shows then.</summary>
    public async Task<DateTimeOffset> AdvanceClockAsync(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        var body = new Dictionary<string, object> { ["advanceSeconds"] = duration.TotalSeconds };
        PartnerRequest request = Request(HttpMethod.Post, Path("clock"), "moving the emulator's clock", body);
        return (await sender.SendAsync<EmulatorClockReading>(request, cancellationToken).ConfigureAwait(false)).Now ?? default;
    }

    /// <summary>Makes coming requests fail as told.</summary>
    public Task AddFaultAsync(EmulatorFault fault, CancellationToken cancellationToken = default) =>
        sender.SendAsync(Request(HttpMethod.Post, Path("faults"), "setting a fault of the emulator", fault), cancellationToken);

    /// <summary>Takes all faults away.</summary>
    public Task ClearFaultsAsync(CancellationToken cancellationToken = default) =>
        sender.SendAsync(Request(HttpMethod.Delete, Path("faults"), "clearing the emulator's faults"), cancellationToken);

    /// <summary>All settings of the emulator (docs/emulator.md explains each).</summary>
    public async Task<IReadOnlyList<EmulatorSetting>> GetSettingsAsync(CancellationToken cancellationToken = default)
    {
        // No model: which settings there are is the emulator's own business.
        PartnerRequest request = Request(HttpMethod.Get, Path("settings"), "reading the emulator's settings");
        Dictionary<string, JToken> all = await sender.SendAsync<Dictionary<string, JToken>>(request, cancellationToken).ConfigureAwait(false);
        return PlainValue.FromMembers(all).Select(setting => new EmulatorSetting(setting.Key, setting.Value)).ToList();
    }

    /// <summary>Changes one setting of the emulator; the others stay as they are.</summary>
    /// <param name="name">Such as <c>orderListLagSeconds</c>.</param>
    /// <param name="value">A number, a text, a truth value, a list or a dictionary, as the setting has it; null switches a limit off.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task SetSettingAsync(string name, object? value, CancellationToken cancellationToken = default)
    {
        var body = new Dictionary<string, object?> { [name] = value };
        return sender.SendAsync(Request(HttpMethod.Post, Path("settings"), "changing a setting of the emulator", body), cancellationToken);
    }

    /// <summary>Makes an invoice up, and returns it with what was chosen.</summary>
    public Task<EmulatorInvoice> AddInvoiceAsync(EmulatorInvoice invoice, CancellationToken cancellationToken = default) =>
        sender.SendAsync<EmulatorInvoice>(Request(HttpMethod.Post, Path("invoices"), "making an invoice in the emulator", invoice), cancellationToken);

    /// <summary>What was asked of the emulator, in order. Tokens are not in it.</summary>
    /// <param name="operation">Only this operation, such as <c>carts.create</c>; null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<EmulatorRequest>> GetRequestsAsync(string? operation = null, CancellationToken cancellationToken = default)
    {
        PartnerRequest request = Request(HttpMethod.Get, Path("requests").Query("operation", operation), "reading the emulator's request log");
        PartnerCollection<EmulatorRequest> log = await sender.SendAsync<PartnerCollection<EmulatorRequest>>(request, cancellationToken).ConfigureAwait(false);
        return log.Items ?? new List<EmulatorRequest>();
    }

    /// <summary>Empties the log.</summary>
    public Task ClearRequestsAsync(CancellationToken cancellationToken = default) =>
        sender.SendAsync(Request(HttpMethod.Delete, Path("requests"), "clearing the emulator's request log"), cancellationToken);

    private static ResourcePath Path(string name) => ResourcePath.EmulatorRoot.Add(name);

    private PartnerRequest Request(HttpMethod method, ResourcePath path, string purpose, object? body = null) =>
        sender.Request("emulator", method, path.ToString(), method == HttpMethod.Get ? RetryClass.Read : RetryClass.Write, purpose, body, needsToken: false);
}
