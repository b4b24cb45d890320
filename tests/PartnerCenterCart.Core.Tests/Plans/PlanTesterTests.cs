using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PartnerCenterCart.Tests;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What a test makes of a plan: customers and items found, every problem of every row, totals; and what it reads for that.</summary>
public sealed class PlanTesterTests : IDisposable
{
    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Theory]
    [InlineData("c0000000-0000-4000-8000-000000000001")]
    [InlineData("contoso.onmicrosoft.com")]
    [InlineData("Contoso")]
    [InlineData("contoso")]
    public async Task A_customer_is_found_by_id_domain_or_name(string customer)
    {
        PurchasePlan plan = await TestAsync(Row(1, customer));

        Assert.Empty(plan.Problems);
        Assert.Equal("c0000000-0000-4000-8000-000000000001", plan.Rows[0].CustomerId);
        Assert.Equal("Contoso", plan.Rows[0].CustomerName);
    }

    [Fact]
    public async Task Product_and_terms_become_the_item_that_is_sold_now_in_the_country_of_each_customer()
    {
        PurchasePlan plan = await TestAsync(Row(1, "Contoso"), Row(2, "Fabrikam"));

        Assert.Empty(plan.Problems);
        Assert.Equal("CFQ7TTC0LFLX:0001:CFQ7TTC0LB30", plan.Rows[0].CatalogItemId);
        Assert.NotEqual(plan.Rows[0].CatalogItemId, plan.Rows[1].CatalogItemId);
        Assert.Equal(new[] { "EUR", "USD" }, plan.Totals!.Select(total => total.CurrencyCode));
        Assert.All(plan.Totals!, total => Assert.Null(total.Amount));
        Assert.Contains("price unknown", plan.ToString(), StringComparison.Ordinal);
        Assert.Equal("P1D", plan.Rows[0].CancellationPeriod);
        Assert.Equal(plan.TestedAt!.Value.AddDays(1), plan.CancelUntil);
    }

    [Fact]
    public async Task All_problems_of_all_rows_come_together_with_their_row_numbers()
    {
        PurchasePlan plan = await TestAsync(
            Row(1, "Contoso"),
            Row(2, "Nobody Ltd"),
            new PurchasePlanRow(3, "Contoso", new CartLineItem { CatalogItemId = "XXXXXXXXXXXX:0001:XXXXXXXXXXXX", Quantity = 1, BillingCycle = "monthly" }),
            Row(4, "Contoso", line => line.TermDuration = "P5Y"),
            Row(5, "Contoso", line => line.Quantity = 0),
            new PurchasePlanRow(6, null, new CartLineItem()),
            Row(7, "Adatum"),
            Row(8, "Contoso", reference: "order-1"));

        Assert.Equal(
            new[] { "2 CustomerNotFound", "3 CatalogItemUnknown", "4 ItemNotFound", "5 QuantityInvalid", "6 CustomerMissing", "6 ItemMissing", "6 QuantityInvalid", "7 CustomerNotAllowed", "8 ReferenceNotUnique" },
            plan.Problems.Where(problem => problem.Severity == FindingSeverity.Error).Select(problem => $"{problem.RowNumber} {problem.RuleId}").Distinct().Order());
        Assert.True(plan.HasErrors);
        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan));
        Assert.Equal(PartnerErrorKind.ValidationFailed, e.Kind);
        Assert.Equal(0, await partner.CountAsync("carts.create"));
    }

    [Fact]
    public async Task The_catalogue_is_read_once_for_each_country_and_product()
    {
        await new PlanTester(partner.Client) { ThrottleLimit = 4 }.TestAsync(PlanPartner.Plan(60));

        IReadOnlyList<EmulatorRequest> reads = await partner.Client.Emulator.GetRequestsAsync();
        int catalogue = reads.Count(request => request.Operation!.Contains("sku", StringComparison.OrdinalIgnoreCase) || request.Operation.Contains("availab", StringComparison.OrdinalIgnoreCase));
        Assert.InRange(catalogue, 3, 4 * 3);
        Assert.All(reads.Where(request => request.Operation != "emulator"), request => Assert.Equal("GET", request.Method));
        Assert.InRange(reads.Count, 10, 40);
    }

    [Fact]
    public void Its_own_rules_are_in_the_page_of_rules()
    {
        string page = Repository.Text("docs/rules.md");
        Assert.All(PlanRules.All, rule => Assert.Contains($"| `{rule.Id}` | {rule.Severity} | {rule.Description} | {rule.Recommendation} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_plan_has_the_same_digest_and_another_one_another()
    {
        PurchasePlan plan = PlanPartner.Plan(3);
        PurchasePlan tested = await new PlanTester(partner.Client).TestAsync(plan);

        Assert.Equal(plan.Digest, tested.Digest);
        Assert.Equal(plan.Digest, PlanPartner.Plan(3).Digest);
        Assert.NotEqual(plan.Digest, PlanPartner.Plan(4).Digest);
        Assert.NotEqual(plan.Digest, PlanPartner.Plan(3, PlanGrouping.Customer).Digest);
        Assert.Equal(tested.CatalogDigest, (await new PlanTester(partner.Client).TestAsync(tested)).CatalogDigest);
    }

    private static PurchasePlanRow Row(int number, string customer, Action<CartLineItem>? change = null, string? reference = null)
    {
        var line = new CartLineItem { Quantity = 2, BillingCycle = "monthly", TermDuration = "P1M" };
        change?.Invoke(line);
        return new PurchasePlanRow(number, customer, line, reference ?? $"order-{number}", PlanPartner.Product, PlanPartner.Sku);
    }

    private Task<PurchasePlan> TestAsync(params PurchasePlanRow[] rows) => new PlanTester(partner.Client).TestAsync(new PurchasePlan(rows));
}
