using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Lines of a plan that somebody changes in place, before or after it was tested.</summary>
public sealed class ChangedRowTests : IDisposable
{
    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task What_is_changed_after_the_test_is_what_is_bought()
    {
        PurchasePlan plan = await TestedAsync(2);
        string before = plan.Digest;
        plan.Rows[1].Line.Quantity = 9;

        await partner.RunAsync(plan);

        Assert.NotEqual(before, plan.Digest);
        Assert.Equal(new[] { 1, 9 }, (await partner.PurchasesAsync()).Select(line => line.Quantity).Order());
        Assert.Empty(await partner.RunAsync(plan));
    }

    [Fact]
    public async Task Its_rules_are_applied_anew()
    {
        PurchasePlan plan = await TestedAsync(2);
        plan.Rows[1].Line.Quantity = 1_000_000;

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan));

        Assert.Equal(PartnerErrorKind.ValidationFailed, e.Kind);
        Assert.Contains("row 2 (order-2)", e.Message, StringComparison.Ordinal);
        Assert.Empty(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task With_the_journal_of_what_it_was_before_it_is_refused()
    {
        PurchasePlan plan = await TestedAsync(2);
        await partner.RunAsync(plan);
        plan.Rows[1].Line.Quantity = 9;

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan));

        Assert.Equal(PartnerErrorKind.PlanChanged, e.Kind);
        Assert.Contains("row 2 (order-2): ", e.Message, StringComparison.Ordinal);
        Assert.Contains("quantity: '2' in the journal, '9' in the plan", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("(order-1)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_item_in_its_line_is_the_one_that_is_bought()
    {
        PurchasePlan plan = await TestedAsync(1);
        string found = plan.Rows[0].CatalogItemId!;
        PurchasePlan other = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(new[]
        {
            new PurchasePlanRow(1, plan.Rows[0].Customer, new CartLineItem { Quantity = 1, BillingCycle = "monthly", TermDuration = "P1M" }, "order-1", "CFQ7TTC1A101", "0001"),
        }));
        plan.Rows[0].Line.CatalogItemId = other.Rows[0].CatalogItemId;
        Assert.NotEqual(found, plan.Rows[0].CatalogItemId);

        PurchasePlanRowStatus row = Assert.Single(await partner.RunAsync(plan));

        Assert.Equal((PlanRowState.Ordered, other.Rows[0].CatalogItemId), (row.State, row.CatalogItemId));
    }

    [Fact]
    public async Task A_line_that_was_set_back_is_as_it_was_tested()
    {
        PurchasePlan plan = await TestedAsync(1);
        string before = plan.Digest;

        plan.Rows[0].Line.Quantity = 9;
        plan.Rows[0].Line.Quantity = 1;

        Assert.Equal(before, plan.Digest);
        Assert.Equal(before, PlanPartner.Plan(1).Digest);
    }

    private Task<PurchasePlan> TestedAsync(int rows) => new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(rows));
}
