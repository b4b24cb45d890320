using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What becomes of rows that the service refuses, loses or takes its time with.</summary>
public sealed class PlanSettlementTests : IDisposable
{
    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task A_line_with_an_error_fails_its_row_and_the_others_of_its_cart_are_bought()
    {
        PurchasePlan plan = await TestedAsync(6, PlanGrouping.Customer);
        await partner.ControlAsync("faults", "{\"operation\":\"carts.create\",\"lineError\":\"InventoryNotAvailable\"}");

        List<PurchasePlanRowStatus> rows = (await RunAsync(plan)).OrderBy(row => row.RowNumber).ToList();

        // Which of the carts is made first is left to chance.
        PurchasePlanRowStatus failed = Assert.Single(rows, row => row.State == PlanRowState.Failed);
        Assert.Equal(PartnerErrorKind.CartLineError, failed.ErrorKind);
        Assert.All(rows.Except(new[] { failed }), row => Assert.Equal(PlanRowState.Ordered, row.State));
        Assert.Equal(rows.Select(row => row.Reference).Where(label => label != failed.Reference).Order(), (await partner.PurchasesAsync()).Select(line => line.Label).Order());
    }

    [Fact]
    public async Task A_group_that_fails_fails_its_rows_alone()
    {
        var rows = new[]
        {
            Row(1, "monthly", "P1M"), Row(2, "annual", "P1Y"), Row(3, "monthly", "P1M"),
        };
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(rows, PlanGrouping.Customer));
        await partner.ControlAsync("faults", "{\"operation\":\"carts.checkout\",\"orderGroup\":\"1\",\"code\":\"800069\"}");

        List<PurchasePlanRowStatus> done = (await RunAsync(plan)).OrderBy(row => row.RowNumber).ToList();

        Assert.Equal(new[] { PlanRowState.Ordered, PlanRowState.Failed, PlanRowState.Ordered }, done.Select(row => row.State));
        Assert.Equal((PartnerErrorKind.OrderError, "800069"), (done[1].ErrorKind!.Value, done[1].ErrorCode));
        Assert.Equal(done[0].OrderId, done[2].OrderId);
        Assert.NotEqual(done[0].LineItemNumber, done[2].LineItemNumber);
    }

    [Fact]
    public async Task A_failed_row_is_tried_once_more_only_when_asked_to()
    {
        PurchasePlan plan = await TestedAsync(2);
        await partner.ControlAsync("faults", "{\"operation\":\"carts.create\",\"status\":403,\"code\":\"800069\"}");
        await RunAsync(plan);

        Assert.Empty(await RunAsync(plan));
        PurchasePlanRowStatus again = Assert.Single(await partner.RunAsync(plan, options => options.RetryFailed = true));

        Assert.Equal(PlanRowState.Ordered, again.State);
        Assert.Equal(2, (await partner.PurchasesAsync()).Count);
    }

    [Fact]
    public async Task A_cart_that_expired_before_its_checkout_is_made_anew()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.ControlAsync("faults", PlanFault.LosesCheckout);
        await RunAsync(plan);
        await partner.FaultsAsync();
        partner.Emulator.Advance(TimeSpan.FromDays(8));

        PurchasePlanRowStatus row = Assert.Single(await RunAsync(plan));

        Assert.Equal(PlanRowState.Ordered, row.State);
        Assert.Single(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task A_cart_that_is_gone_after_its_checkout_is_found_among_the_orders()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.FaultsAsync(PlanFault.LosesAnswer, PlanFault.LosesCart);
        await RunAsync(plan);
        await partner.FaultsAsync(PlanFault.CartIsGone);

        PurchasePlanRowStatus row = Assert.Single(await RunAsync(plan));

        Assert.Equal(PlanRowState.Ordered, row.State);
        Assert.Equal((await partner.PurchasesAsync()).Single().OrderId, row.OrderId.Single());
    }

    [Fact]
    public async Task While_the_list_of_orders_may_lag_no_other_cart_is_made()
    {
        await partner.ControlAsync("settings", "{\"orderListLagSeconds\":900}");
        PurchasePlan plan = await TestedAsync(1);
        await partner.FaultsAsync(PlanFault.LosesAnswer, PlanFault.LosesCart);
        await RunAsync(plan);
        await partner.FaultsAsync(PlanFault.CartIsGone);

        PurchasePlanRowStatus first = Assert.Single(await RunAsync(plan));
        partner.Emulator.Advance(TimeSpan.FromMinutes(20));
        PurchasePlanRowStatus second = Assert.Single(await RunAsync(plan));

        Assert.Equal(PlanRowState.OutcomeUnknown, first.State);
        Assert.Contains("may lag behind", first.Message, StringComparison.Ordinal);
        Assert.Equal(PlanRowState.Ordered, second.State);
        Assert.Single(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task Another_purchase_of_the_same_thing_keeps_the_outcome_unknown()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.ControlAsync("faults", PlanFault.LosesCheckout);
        await RunAsync(plan);
        await partner.FaultsAsync();
        CartCollectionOperations carts = partner.Client.Customers.ById(plan.Rows[0].CustomerId!).Carts;
        Cart other = await carts.CreateAsync(new Cart { LineItems = new List<CartLineItem> { new() { CatalogItemId = plan.Rows[0].CatalogItemId, Quantity = 1, BillingCycle = "monthly", TermDuration = "P1M" } } });
        await carts.ById(other.Id!).CheckoutAsync();
        partner.Emulator.Advance(TimeSpan.FromDays(8));

        PurchasePlanRowStatus row = Assert.Single(await RunAsync(plan));

        Assert.Equal(PlanRowState.OutcomeUnknown, row.State);
        Assert.Contains("nothing tells whose it is", row.Message, StringComparison.Ordinal);
        Assert.Single(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task An_older_deployment_that_says_already_submitted_gives_each_row_its_own_order()
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(new[] { Row(1, "monthly", "P1M"), Row(2, "monthly", "P1M") }));
        await partner.FaultsAsync(PlanFault.LosesAnswer, PlanFault.LosesCart);
        await RunAsync(plan);
        await partner.FaultsAsync();
        await partner.ControlAsync("faults", "{\"operation\":\"carts.checkout\",\"status\":400,\"code\":\"800065\",\"times\":0}");

        List<PurchasePlanRowStatus> rows = await RunAsync(plan);

        Assert.Equal((await partner.PurchasesAsync()).Select(line => (line.Label, line.OrderId)).Order(), rows.Select(row => (row.Reference, row.OrderId.Single())).Order());
    }

    [Fact]
    public async Task A_token_that_is_refused_ends_the_run_and_begins_no_further_row()
    {
        PurchasePlan plan = await TestedAsync(30);
        await partner.ControlAsync("faults", "{\"operation\":\"carts.create\",\"status\":401,\"times\":0}");

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => RunAsync(plan));

        Assert.Equal(PartnerErrorKind.Unauthorized, e.Kind);
        Assert.True(await partner.CountAsync("carts.create") < 6);
    }

    [Fact]
    public async Task A_moved_catalogue_is_refused_and_bought_when_that_is_allowed()
    {
        var rows4 = Enumerable.Range(1, 2).Select(number => new PurchasePlanRow(number, "Contoso.onmicrosoft.com", new CartLineItem { Quantity = number, BillingCycle = "monthly", TermDuration = "P1M" }, $"order-{number}", "CFQ7TTC1A101", "0001"));
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(rows4));
        partner.Emulator.Advance(TimeSpan.FromDays(40));

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => RunAsync(plan));
        List<PurchasePlanRowStatus> rows = await partner.RunAsync(plan, options => options.AllowChangedCatalog = true);

        Assert.Equal(PartnerErrorKind.PlanChanged, e.Kind);
        Assert.Contains("row 2 (order-2): CFQ7TTC1A101:0001:", e.Message, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(PlanRowState.Ordered, row.State));
        Assert.NotEqual(plan.Rows[1].CatalogItemId, rows.Single(row => row.RowNumber == 2).CatalogItemId);
    }

    [Fact]
    public async Task Rows_that_are_the_same_in_everything_but_their_reference_have_a_line_each()
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(Enumerable.Range(1, 5).Select(number => Row(number, "monthly", "P1M")), PlanGrouping.Customer));

        List<PurchasePlanRowStatus> rows = await RunAsync(plan);

        Assert.Single(rows.Select(row => row.OrderId.Single()).Distinct());
        Assert.Equal(new int?[] { 0, 1, 2, 3, 4 }, rows.OrderBy(row => row.RowNumber).Select(row => row.LineItemNumber));
    }

    private static PurchasePlanRow Row(int number, string cycle, string term) =>
        new(number, "c0000000-0000-4000-8000-000000000001", new CartLineItem { Quantity = 1, BillingCycle = cycle, TermDuration = term }, $"order-{number}", PlanPartner.Product, PlanPartner.Sku);

    private Task<List<PurchasePlanRowStatus>> RunAsync(PurchasePlan plan) => partner.RunAsync(plan);

    private Task<PurchasePlan> TestedAsync(int rows, PlanGrouping groupBy = PlanGrouping.None) => new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(rows, groupBy));
}
