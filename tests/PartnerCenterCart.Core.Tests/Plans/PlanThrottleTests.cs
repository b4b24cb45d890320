using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A plan under a limit of 500 calls a minute: it takes its time, and nobody hears of a 429.</summary>
public sealed class PlanThrottleTests : IDisposable
{
    private const int CallsAMinute = 500;

    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task A_plan_keeps_within_it_and_every_row_is_bought()
    {
        PurchasePlan plan = await TestedAsync(1, 700);
        await LimitAsync();

        List<PurchasePlanRowStatus> rows = await partner.RunAsync(plan, options => options.ThrottleLimit = 16);

        Assert.Equal(700, rows.Count(row => row.State == PlanRowState.Ordered));
        await AssertKeptAsync(2 * 700);
    }

    [Fact]
    public async Task Two_plans_at_once_over_one_connection_share_it()
    {
        PurchasePlan first = await TestedAsync(1, 400), second = await TestedAsync(401, 400);
        await LimitAsync();

        List<PurchasePlanRowStatus>[] rows = await Task.WhenAll(new[] { first, second }.Select(plan =>
            Task.Run(() => partner.RunAsync(plan, options => options.ThrottleLimit = 8, journal: partner.NewJournalPath()))));

        Assert.All(rows, one => Assert.Equal(400, one.Count(row => row.State == PlanRowState.Ordered)));
        await AssertKeptAsync(2 * 800);
    }

    // All for one customer, whose calls the emulator counts together.
    private Task<PurchasePlan> TestedAsync(int first, int count) => new PlanTester(partner.Client).TestAsync(new PurchasePlan(Enumerable.Range(0, count).Select(index => new PurchasePlanRow(
        index + 1,
        "c0000000-0000-4000-8000-000000000001",
        new CartLineItem { Quantity = 1, BillingCycle = "monthly", TermDuration = "P1M" },
        $"order-{first + index}",
        PlanPartner.Product,
        PlanPartner.Sku))));

    private Task LimitAsync() => partner.ControlAsync("settings", $"{{\"requestsPerMinute\":{CallsAMinute}}}");

    private async Task AssertKeptAsync(int calls)
    {
        IReadOnlyList<EmulatorRequest> carts = (await partner.Client.Emulator.GetRequestsAsync()).Where(request => request.Operation is "carts.create" or "carts.checkout").ToList();
        int refused = carts.Count(request => request.Status == 429);
        Assert.Equal(calls, carts.Count(request => request.Status is >= 200 and < 300));

        // A limit that nobody documents is learned from the first refusals, not from one a row.
        Assert.InRange(refused, 1, 40);
        Assert.Equal(calls / 2, (await partner.PurchasesAsync(1)).Select(line => line.Label).Distinct().Count());
    }
}
