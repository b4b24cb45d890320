using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Emulation;
using PartnerCenterCart.Http;

namespace PartnerCenterCart.Core.Tests;

/// <summary>
/// An emulated service that outlives the processes which buy from it: each run has a connection of its own, which can die at a
/// chosen call. A folder of its own holds the journals.
/// </summary>
internal sealed class PlanPartner : IClock, IPartnerTokenSource, IDisposable
{
    public const string Product = "CFQ7TTC0LFLX";
    public const string Sku = "0001";
    private readonly string folder = Directory.CreateTempSubdirectory("pcc-plan-").FullName;

    public PlanPartner() => Client = new PartnerClient(Transport(), this);

    public PartnerCenterEmulator Emulator { get; } = new(new EmulatorOptions { OrderListLagSeconds = 0 });

    public PartnerClient Client { get; }

    public string JournalPath => Path.Combine(folder, "journal.jsonl");

    /// <summary>How far the clock of this machine is ahead of the service's.</summary>
    public TimeSpan Ahead { get; set; }

    public DateTimeOffset UtcNow => Emulator.Now + Ahead;

    /// <summary>Rows for the first customers of the emulator in turn, each with another quantity.</summary>
    public static PurchasePlan Plan(int rows, PlanGrouping groupBy = PlanGrouping.None, int customers = 3) => new(
        Enumerable.Range(1, rows).Select(number => new PurchasePlanRow(
            number,
            $"c0000000-0000-4000-8000-00000000000{((number - 1) % customers) + 1}",
            new CartLineItem { Quantity = number, BillingCycle = "monthly", TermDuration = "P1M" },
            $"order-{number}",
            Product,
            Sku)),
        groupBy);

    public IPartnerTransport Transport() => Transport(Emulator.CreateHandler());

    /// <summary>A connection to the same service as if it knew no request id again: each message has another one.</summary>
    public IPartnerTransport ForgetfulTransport() => Transport(new NewRequestIds { InnerHandler = Emulator.CreateHandler() });

    /// <summary>One run of a plan, as a process of its own would make it.</summary>
    public async Task<List<PurchasePlanRowStatus>> RunAsync(PurchasePlan plan, Action<PlanRunOptions>? change = null, PartnerClient? client = null, string? journal = null)
    {
        var results = new List<PurchasePlanRowStatus>();
        var options = new PlanRunOptions
        {
            JournalPath = journal ?? JournalPath,
            ThrottleLimit = 1,
            Flush = stream => stream.Flush(),
            RowDone = row =>
            {
                lock (results)
                {
                    results.Add(row);
                }
            },
        };
        change?.Invoke(options);
        PlanRun run = await PlanRun.PrepareAsync(client ?? Client, plan, options);
        await run.RunAsync();
        return results;
    }

    /// <summary>What the service has sold: label and order id of every line.</summary>
    public async Task<List<(string Label, string OrderId, int Quantity)>> PurchasesAsync(int customers = 3)
    {
        var bought = new List<(string, string, int)>();
        for (int number = 1; number <= customers; number++)
        {
            Page<Order>? page = await Client.Customers.ById($"c0000000-0000-4000-8000-00000000000{number}").Orders.GetAsync();
            for (; page != null; page = await page.NextAsync())
            {
                bought.AddRange(page.Items.SelectMany(order => order.LineItems!.Select(line => (line.FriendlyName!, order.Id!, line.Quantity!.Value))));
            }
        }

        return bought;
    }

    public async Task ControlAsync(string route, string body, string method = "POST")
    {
        using var http = new HttpClient(Emulator.CreateHandler(), disposeHandler: true) { BaseAddress = new Uri("http://localhost") };
        using var request = new HttpRequestMessage(new HttpMethod(method), "/_emulator/" + route) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using HttpResponseMessage answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>These faults and no others; none takes away those before.</summary>
    public async Task FaultsAsync(params string[] faults)
    {
        await ControlAsync("faults", string.Empty, "DELETE");
        foreach (string fault in faults)
        {
            await ControlAsync("faults", fault);
        }
    }

    public async Task<int> CountAsync(string operation) => (await Client.Emulator.GetRequestsAsync(operation)).Count;

    public string NewJournalPath() => Path.Combine(folder, Guid.NewGuid().ToString("N") + ".jsonl");

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Emulator.Advance(duration);
        return Task.CompletedTask;
    }

    public Task<string> GetTokenAsync(CancellationToken cancellationToken) => Task.FromResult("token");

    public void Dispose()
    {
        Client.Dispose();
        Emulator.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private HttpTransport Transport(HttpMessageHandler handler) =>
        new(new TransportOptions { Endpoint = new Uri("http://localhost"), Handler = handler, TokenSource = this, Clock = this });

    private sealed class NewRequestIds : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.Remove("MS-RequestId"))
            {
                request.Headers.Add("MS-RequestId", Guid.NewGuid().ToString());
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
