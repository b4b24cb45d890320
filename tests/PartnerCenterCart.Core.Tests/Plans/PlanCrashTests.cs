using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A run that ends at any of its calls, and one that goes on: together they buy what one undisturbed run buys.</summary>
public sealed class PlanCrashTests : IDisposable
{
    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Theory]
    [InlineData(false, PlanGrouping.None, false)]
    [InlineData(true, PlanGrouping.None, false)]
    [InlineData(false, PlanGrouping.Customer, false)]
    [InlineData(true, PlanGrouping.Customer, false)]
    [InlineData(true, PlanGrouping.None, true)]
    [InlineData(true, PlanGrouping.Customer, true)]
    public async Task A_run_that_ends_at_any_call_is_gone_on_with(bool afterTheWork, PlanGrouping groupBy, bool forgetsRequestIds)
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(4, groupBy));
        bool reachedTheEnd = false;
        for (int call = 1; !reachedTheEnd; call++)
        {
            await partner.Client.Emulator.ResetAsync();
            await partner.ControlAsync("settings", "{\"orderListLagSeconds\":0}");
            string journal = partner.NewJournalPath();
            reachedTheEnd = !await DiesAsync(plan, journal, call, afterTheWork, forgetsRequestIds);
            using var client = new PartnerClient(forgetsRequestIds ? partner.ForgetfulTransport() : partner.Transport(), partner);

            await partner.RunAsync(plan, client: client, journal: journal);

            await AssertBoughtOnceAsync(plan, journal);
        }
    }

    [Fact]
    public async Task Any_number_of_ends_after_another_leaves_the_same()
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(6));
        var random = new Random(1);
        for (int round = 0; round < 40; round++)
        {
            await DiesAsync(plan, partner.JournalPath, random.Next(1, 6), random.Next(2) == 0);
        }

        await partner.RunAsync(plan);

        await AssertBoughtOnceAsync(plan, partner.JournalPath);
    }

    [Theory]
    [InlineData("{\"operation\":\"carts.create\",\"resetConnection\":\"before\",\"times\":2}")]
    [InlineData("{\"operation\":\"carts.create\",\"resetConnection\":\"after\",\"times\":2}")]
    [InlineData("{\"operation\":\"carts.checkout\",\"resetConnection\":\"before\",\"times\":7}")]
    [InlineData("{\"operation\":\"carts.checkout\",\"resetConnection\":\"after\",\"times\":7}")]
    [InlineData("{\"operation\":\"carts.checkout\",\"status\":503,\"applyWork\":true,\"times\":3}")]
    [InlineData("{\"operation\":\"carts.checkout\",\"truncateBody\":true,\"times\":3}")]
    [InlineData("{\"operation\":\"*\",\"status\":429,\"retryAfter\":\"2\",\"times\":3}")]
    public async Task A_lost_answer_is_found_out_in_the_same_run(string fault)
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(2));
        await partner.ControlAsync("faults", fault);

        List<PurchasePlanRowStatus> rows = await partner.RunAsync(plan);

        Assert.All(rows, row => Assert.Equal(PlanRowState.Ordered, row.State));
        await AssertBoughtOnceAsync(plan, partner.JournalPath);
    }

    [Fact]
    public async Task A_service_that_is_away_leaves_rows_open_and_the_next_run_buys_them()
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(3));
        await partner.ControlAsync("faults", "{\"operation\":\"carts.create\",\"status\":503,\"times\":0}");
        List<PurchasePlanRowStatus> rows = await partner.RunAsync(plan);
        Assert.All(rows, row => Assert.Equal((PlanRowState.Open, true), (row.State, row.Message!.Length > 0)));

        await partner.FaultsAsync();
        rows = await partner.RunAsync(plan);

        Assert.All(rows, row => Assert.Equal(PlanRowState.Ordered, row.State));
        await AssertBoughtOnceAsync(plan, partner.JournalPath);
    }

    [Fact]
    public async Task A_checkout_that_stays_unanswered_is_unknown_and_settled_by_the_next_run()
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(2));
        await partner.FaultsAsync(PlanFault.LosesAnswer, PlanFault.LosesCart);
        List<PurchasePlanRowStatus> rows = await partner.RunAsync(plan);
        Assert.All(rows, row => Assert.Equal((PlanRowState.OutcomeUnknown, PartnerErrorKind.OutcomeUnknown), (row.State, row.ErrorKind)));
        Assert.All(PurchaseJournal.ReadStatus(partner.JournalPath), row => Assert.Equal(PlanRowState.CheckingOut, row.State));

        await partner.FaultsAsync();
        rows = await partner.RunAsync(plan);

        Assert.All(rows, row => Assert.Equal(PlanRowState.Ordered, row.State));
        await AssertBoughtOnceAsync(plan, partner.JournalPath);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_failed_row_whose_next_try_dies_is_not_a_failed_row_any_more(int call)
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(1));
        await partner.ControlAsync("faults", "{\"operation\":\"carts.create\",\"status\":403,\"code\":\"800069\"}");
        Assert.Equal(PlanRowState.Failed, Assert.Single(await partner.RunAsync(plan)).State);
        using var dying = new DyingTransport(partner.Transport(), await CallsToTestAsync(plan) + call, afterTheWork: true);
        using var client = new PartnerClient(dying, partner);
        await Assert.ThrowsAsync<ProcessEndedException>(() => partner.RunAsync(plan, options => options.RetryFailed = true, client));

        Assert.Equal(PlanRowState.Ordered, Assert.Single(await partner.RunAsync(plan)).State);
        await AssertBoughtOnceAsync(plan, partner.JournalPath);
    }

    // A row that is tried anew is looked up anew, before its cart.
    private async Task<int> CallsToTestAsync(PurchasePlan plan)
    {
        int calls = 0;
        using var watched = new WatchedTransport(partner.Transport(), _ => calls++);
        using var client = new PartnerClient(watched, partner);
        await PlanRun.PrepareAsync(client, plan, new PlanRunOptions { JournalPath = partner.JournalPath, RetryFailed = true });
        return calls;
    }

    private async Task<bool> DiesAsync(PurchasePlan plan, string journal, int call, bool afterTheWork, bool forgetsRequestIds = false)
    {
        using var dying = new DyingTransport(forgetsRequestIds ? partner.ForgetfulTransport() : partner.Transport(), call, afterTheWork);
        using var client = new PartnerClient(dying, partner);
        try
        {
            await partner.RunAsync(plan, client: client, journal: journal);
            return dying.IsDead;
        }
        catch (ProcessEndedException)
        {
            return true;
        }
    }

    private async Task AssertBoughtOnceAsync(PurchasePlan plan, string journal)
    {
        List<(string Label, string OrderId, int Quantity)> bought = await partner.PurchasesAsync();
        Assert.Equal(plan.Rows.Select(row => (row.Reference, row.Quantity!.Value)).Order(), bought.Select(line => (line.Label, line.Quantity)).Order());
        foreach (PurchasePlanRowStatus row in PurchaseJournal.ReadStatus(journal))
        {
            Assert.Equal(PlanRowState.Ordered, row.State);
            Assert.Equal(bought.Single(line => line.Label == row.Reference).OrderId, Assert.Single(row.OrderId));
        }
    }
}
