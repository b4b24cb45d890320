using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The corners in which a purchase could be made twice, or one that was made could be forgotten.</summary>
public sealed class PlanDoubtTests : IDisposable
{
    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task The_lag_of_the_list_counts_from_the_last_checkout_and_not_from_the_first()
    {
        await partner.ControlAsync("settings", "{\"orderListLagSeconds\":900}");
        PurchasePlan plan = await TestedAsync(1);
        await partner.FaultsAsync(PlanFault.LosesCheckout);
        await partner.RunAsync(plan);
        partner.Emulator.Advance(TimeSpan.FromHours(2));

        // The cart is still there, and now it is bought; but nobody hears of it.
        await partner.FaultsAsync(PlanFault.LosesAnswer);
        Assert.Equal(PlanRowState.OutcomeUnknown, Assert.Single(await partner.RunAsync(plan)).State);
        await partner.FaultsAsync(PlanFault.CartIsGone);

        Assert.Equal(PlanRowState.OutcomeUnknown, Assert.Single(await partner.RunAsync(plan)).State);
        partner.Emulator.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(PlanRowState.Ordered, Assert.Single(await partner.RunAsync(plan)).State);
        Assert.Single(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task A_clock_that_was_wrong_hides_no_order()
    {
        PurchasePlan plan = await TestedAsync(1);
        partner.Ahead = TimeSpan.FromHours(1);
        await partner.FaultsAsync(PlanFault.LosesAnswer, PlanFault.LosesCart);
        await partner.RunAsync(plan);
        await partner.FaultsAsync(PlanFault.CartIsGone);
        partner.Ahead = TimeSpan.Zero;
        partner.Emulator.Advance(TimeSpan.FromHours(3));

        PurchasePlanRowStatus row = Assert.Single(await partner.RunAsync(plan));

        Assert.Equal(PlanRowState.Ordered, row.State);
        Assert.Single(await partner.PurchasesAsync());
    }

    [Theory]
    [InlineData("order-1", 2)]
    [InlineData("order-1", 7)]
    public async Task An_order_of_the_rows_name_whose_quantity_has_changed_keeps_it_from_being_bought_anew(string label, int quantity)
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.FaultsAsync(PlanFault.LosesCheckout);
        await partner.RunAsync(plan);
        await partner.FaultsAsync();
        await BuyByHandAsync(plan.Rows[0], label, quantity);
        partner.Emulator.Advance(TimeSpan.FromDays(8));

        PurchasePlanRowStatus row = Assert.Single(await partner.RunAsync(plan));

        Assert.Equal(PlanRowState.OutcomeUnknown, row.State);
        Assert.Contains("holds another quantity", row.Message, StringComparison.Ordinal);
        Assert.Single(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task A_name_that_several_rows_give_does_not_tell_whose_an_order_is()
    {
        var rows = Enumerable.Range(1, 4).Select(number => new PurchasePlanRow(
            number,
            "c0000000-0000-4000-8000-000000000001",
            new CartLineItem { Quantity = 1, BillingCycle = "monthly", TermDuration = "P1M", FriendlyName = number < 4 ? "the same" : "its own" },
            $"order-{number}",
            PlanPartner.Product,
            PlanPartner.Sku));
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(rows));
        await partner.FaultsAsync("{\"operation\":\"carts.checkout\",\"resetConnection\":\"after\",\"times\":60}", PlanFault.LosesCart);
        await partner.RunAsync(plan);
        Assert.Equal(4, (await partner.PurchasesAsync()).Count);
        await partner.FaultsAsync(PlanFault.CartIsGone);
        partner.Emulator.Advance(TimeSpan.FromDays(8));

        List<PurchasePlanRowStatus> done = await partner.RunAsync(plan, options => options.ThrottleLimit = 4);

        // The one with a name of its own is found; of the others none takes what may be another's, and none is bought anew.
        Assert.Equal(
            new[] { PlanRowState.OutcomeUnknown, PlanRowState.OutcomeUnknown, PlanRowState.OutcomeUnknown, PlanRowState.Ordered },
            done.OrderBy(row => row.RowNumber).Select(row => row.State));
        Assert.Equal(4, (await partner.PurchasesAsync()).Count);
    }

    [Fact]
    public async Task Rows_with_and_without_a_name_in_one_cart_do_not_take_each_others_lines()
    {
        PurchasePlanRow Row(int number, string? reference) =>
            new(number, "c0000000-0000-4000-8000-000000000001", new CartLineItem { Quantity = 1, BillingCycle = "monthly", TermDuration = "P1M" }, reference, PlanPartner.Product, PlanPartner.Sku);
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(new[] { Row(1, null), Row(2, "named") }, PlanGrouping.Customer));
        await partner.FaultsAsync(PlanFault.LosesAnswer, PlanFault.LosesCart);
        await partner.RunAsync(plan);
        await partner.FaultsAsync(PlanFault.CartIsGone);

        List<PurchasePlanRowStatus> rows = await partner.RunAsync(plan);

        Assert.All(rows, row => Assert.Contains("1 of its 2 rows are among the customer's orders", row.Message, StringComparison.Ordinal));
        await partner.FaultsAsync();
        Assert.All(await partner.RunAsync(plan), row => Assert.Equal(PlanRowState.Ordered, row.State));
        Assert.Equal(2, (await partner.PurchasesAsync()).Count);
    }

    [Fact]
    public async Task A_refusal_after_a_lost_answer_is_no_failure_where_the_cart_is_ordered()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.FaultsAsync(PlanFault.LosesAnswer, PlanFault.LosesCart);
        await partner.RunAsync(plan);
        await partner.FaultsAsync(PlanFault.Refused);

        Assert.Equal(PlanRowState.OutcomeUnknown, Assert.Single(await partner.RunAsync(plan)).State);
        await partner.FaultsAsync();
        Assert.Equal(PlanRowState.Ordered, Assert.Single(await partner.RunAsync(plan)).State);
        Assert.Single(await partner.PurchasesAsync());
    }

    [Theory]
    [InlineData("P1M", "monthly", PlanRowState.Failed)]
    [InlineData("P1Y", "annual", PlanRowState.OutcomeUnknown)]
    public async Task A_refusal_after_a_lost_checkout_is_one_where_the_cart_is_active_and_has_one_group(string term, string cycle, PlanRowState expected)
    {
        PurchasePlanRow Row(int number, string term, string cycle) =>
            new(number, "c0000000-0000-4000-8000-000000000001", new CartLineItem { Quantity = 1, BillingCycle = cycle, TermDuration = term }, $"order-{number}", PlanPartner.Product, PlanPartner.Sku);
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(new[] { Row(1, "P1M", "monthly"), Row(2, term, cycle) }, PlanGrouping.Customer));
        await partner.FaultsAsync(PlanFault.LosesCheckout);
        await partner.RunAsync(plan);
        await partner.FaultsAsync(PlanFault.Refused);

        Assert.All(await partner.RunAsync(plan), row => Assert.Equal(expected, row.State));
        Assert.Empty(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task A_404_that_does_not_say_that_the_cart_is_gone_proves_nothing()
    {
        await partner.ControlAsync("settings", "{\"orderListLagSeconds\":86400}");
        PurchasePlan plan = await TestedAsync(1);
        await partner.FaultsAsync(PlanFault.LosesAnswer, PlanFault.LosesCart);
        await partner.RunAsync(plan);
        await partner.FaultsAsync("{\"operation\":\"carts.get\",\"status\":404,\"code\":\"1000\",\"times\":0}");
        partner.Emulator.Advance(TimeSpan.FromHours(2));

        Assert.Equal(PlanRowState.OutcomeUnknown, Assert.Single(await partner.RunAsync(plan)).State);

        partner.Emulator.Advance(TimeSpan.FromDays(2));
        Assert.Single(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task A_cart_that_somebody_has_changed_is_not_bought()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.FaultsAsync(PlanFault.LosesCheckout);
        string cartId = Assert.Single(await partner.RunAsync(plan)).CartId!;
        await partner.FaultsAsync();
        CartOperations its = partner.Client.Customers.ById(plan.Rows[0].CustomerId!).Carts.ById(cartId);
        Cart cart = await its.GetAsync();
        cart.LineItems![0].Quantity = 25;
        await its.PutAsync(cart);

        PurchasePlanRowStatus row = Assert.Single(await partner.RunAsync(plan));

        Assert.Equal(PlanRowState.OutcomeUnknown, row.State);
        Assert.Contains("holds something else", row.Message, StringComparison.Ordinal);
        Assert.Empty(await partner.PurchasesAsync());
        partner.Emulator.Advance(TimeSpan.FromDays(8));
        Assert.Equal(PlanRowState.Ordered, Assert.Single(await partner.RunAsync(plan)).State);
        Assert.Equal(1, Assert.Single(await partner.PurchasesAsync()).Quantity);
    }

    [Theory]
    [InlineData("quantity")]
    [InlineData("item")]
    [InlineData("one more")]
    public async Task A_cart_that_came_back_with_something_else_is_not_bought(string what)
    {
        PurchasePlan plan = await TestedAsync(1);
        using var changing = new ChangingTransport(partner.Transport(), (request, answer) =>
        {
            if (request.Operation != "carts.create" || answer is not Cart { LineItems: { } lines })
            {
                return;
            }

            switch (what)
            {
                case "quantity":
                    lines[0].Quantity = 100;
                    break;
                case "item":
                    lines[0].CatalogItemId = "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5";
                    break;
                default:
                    lines.Add(lines[0]);
                    break;
            }
        });
        using var client = new PartnerClient(changing, partner);

        PurchasePlanRowStatus row = Assert.Single(await partner.RunAsync(plan, client: client));

        Assert.Equal((PlanRowState.Failed, PartnerErrorKind.UnreadableAnswer), (row.State, row.ErrorKind!.Value));
        Assert.Contains("does not hold what was asked for", row.Message, StringComparison.Ordinal);
        Assert.Equal(0, await partner.CountAsync("carts.checkout"));
        Assert.Empty(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task A_journal_that_lost_its_end_buys_nothing_anew_even_where_the_cart_is_gone()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.RunAsync(plan);
        string[] lines = File.ReadAllLines(partner.JournalPath);
        int creating = Array.FindIndex(lines, line => line.Contains("\"creating\"", StringComparison.Ordinal));
        await partner.FaultsAsync(PlanFault.CartIsGone, PlanFault.CheckoutFindsNoCart);
        for (int left = creating + 1; left < lines.Length; left++)
        {
            File.WriteAllText(partner.JournalPath, string.Concat(lines.Take(left).Select(line => line + "\n")));

            PurchasePlanRowStatus row = Assert.Single(await partner.RunAsync(plan));

            Assert.Equal(PlanRowState.Ordered, row.State);
            Assert.Equal(Assert.Single(await partner.PurchasesAsync()).OrderId, row.OrderId.Single());
        }
    }

    [Fact]
    public async Task Groups_that_stay_in_progress_are_asked_for_with_an_id_that_has_no_answer_yet()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.FaultsAsync("{\"operation\":\"carts.checkout\",\"orderGroup\":\"0\",\"code\":\"800060\",\"times\":5}");
        var ids = new List<Guid>();
        using var watched = new WatchedTransport(partner.Transport(), request =>
        {
            if (request.Operation == "carts.checkout")
            {
                ids.Add(request.RequestId);
            }
        });
        using var client = new PartnerClient(watched, partner);

        Assert.Equal(PlanRowState.OutcomeUnknown, Assert.Single(await partner.RunAsync(plan, client: client)).State);
        Assert.Equal(PlanRowState.Ordered, Assert.Single(await partner.RunAsync(plan, client: client)).State);

        // The second run begins with what was announced last; after that each is new.
        Assert.Equal(6, ids.Count);
        Assert.Equal(ids[2], ids[3]);
        Assert.Equal(5, ids.Distinct().Count());
        Assert.Single(await partner.PurchasesAsync());
    }

    private Task<PurchasePlan> TestedAsync(int rows) => new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(rows));

    private async Task BuyByHandAsync(PurchasePlanRow row, string label, int quantity)
    {
        CartCollectionOperations carts = partner.Client.Customers.ById(row.CustomerId!).Carts;
        Cart cart = await carts.CreateAsync(new Cart
        {
            LineItems = new List<CartLineItem> { new() { CatalogItemId = row.CatalogItemId, Quantity = quantity, BillingCycle = "monthly", TermDuration = "P1M", FriendlyName = label } },
        });
        await carts.ById(cart.Id!).CheckoutAsync();
    }
}
