using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Resolves a plan and looks for everything that would keep it from being bought, without buying or changing anything.</summary>
public sealed class PlanTester
{
    private readonly PartnerClient client;

    /// <summary>Tests through this connection.</summary>
    public PlanTester(PartnerClient client) => this.client = client ?? throw new ArgumentNullException(nameof(client));

    /// <summary>Leaves out the checks that are POSTs, though they change nothing; they are findings of their own then.</summary>
    public bool OnlyReads { get; set; }

    /// <summary>Customers that are looked at together.</summary>
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Rows done and rows in all; called from any thread.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>A tested plan: a copy with customers and items resolved, all problems, totals.</summary>
    /// <exception cref="PartnerException">What ends every check: Unauthorized, ConnectionFailed, ...</exception>
    public Task<PurchasePlan> TestAsync(PurchasePlan plan, CancellationToken cancellationToken = default) => TestAsync(plan, null, appliesRules: true, cancellationToken);

    /// <param name="plan">The plan.</param>
    /// <param name="begun">Rows that a journal has begun with; they are not judged any more. Null: none.</param>
    /// <param name="appliesRules">False only resolves.</param>
    /// <param name="stop">Ends the calls.</param>
    internal async Task<PurchasePlan> TestAsync(PurchasePlan plan, Func<PurchasePlanRow, JournalRow?>? begun, bool appliesRules, CancellationToken stop)
    {
        _ = plan ?? throw new ArgumentNullException(nameof(plan));
        List<PurchasePlanRow> rows = plan.Rows.Select(row => row.Copy()).ToList();
        var problems = new ConcurrentBag<PurchasePlanProblem>(plan.Unreadable.Concat(PlanCheck.Offline(rows, plan.Unreadable)));
        var catalog = new PlanCatalog(client);
        List<PurchasePlanRow> open = rows.Where(row => begun?.Invoke(row) is not { } known || !Adopt(row, known)).ToList();
        await ResolveCustomersAsync(open, problems, stop).ConfigureAwait(false);

        int done = 0;
        await Workers.RunAsync(
            open.Where(row => row.CustomerId != null).GroupBy(row => row.CustomerId!, StringComparer.OrdinalIgnoreCase).Select(group => group.ToList()),
            ThrottleLimit,
            async own =>
            {
                foreach (PurchasePlanRow row in own)
                {
                    await PlanItem.ResolveAsync(client, catalog, row, problems.Add, stop).ConfigureAwait(false);
                }

                if (appliesRules)
                {
                    await ApplyRulesAsync(catalog, own, problems, stop).ConfigureAwait(false);
                }

                Progress?.Invoke(Interlocked.Add(ref done, own.Count), open.Count);
            },
            stop).ConfigureAwait(false);
        rows.ForEach(row => row.Resolved());
        return plan.Tested(rows, Distinct(problems), client.Clock.UtcNow);
    }

    // What was begun with is what the journal says, whatever the catalogue says by now.
    private static bool Adopt(PurchasePlanRow row, JournalRow known)
    {
        row.CustomerId = known.CustomerId;
        row.CustomerName = known.CustomerName;
        row.Line.CatalogItemId = known.Item;
        row.ItemDigest = known.ItemDigest;
        return true;
    }

    private async Task ResolveCustomersAsync(List<PurchasePlanRow> rows, ConcurrentBag<PurchasePlanProblem> problems, CancellationToken stop)
    {
        // A plan that was tested before keeps its customers: a name that means another customer now must not get the purchase.
        var customers = new PlanCustomers(client);
        await customers.ReadAsync(rows.Where(row => row.CustomerId == null).Select(row => row.Customer).OfType<string>(), ThrottleLimit, stop).ConfigureAwait(false);
        foreach (PurchasePlanRow row in rows.Where(row => row.CustomerId == null && row.Customer != null))
        {
            Customer? customer = customers.Find(row.Customer!, out string problem);
            row.CustomerId = customer?.Id;
            row.CustomerName = customer?.CompanyName;
            row.Country = customer?.Country;
            if (customer == null)
            {
                problems.Add(PlanRules.CustomerNotFound.Problem(problem, row));
            }
        }
    }

    // All rows of a customer as one cart, whatever carts they will be in: an add-on may find its base in another row.
    private async Task ApplyRulesAsync(PlanCatalog catalog, List<PurchasePlanRow> own, ConcurrentBag<PurchasePlanProblem> problems, CancellationToken stop)
    {
        var byLine = new Dictionary<CartLineItem, PurchasePlanRow>();
        foreach (PurchasePlanRow row in own.Where(row => row.CatalogItemId != null))
        {
            byLine[row.Line] = row;
            row.Line.AddonItems?.ForEach(addon => byLine[addon] = row);
        }

        if (byLine.Count == 0)
        {
            return;
        }

        var cart = new Cart
        {
            CustomerId = own[0].CustomerId,
            LineItems = own.Where(row => row.CatalogItemId != null).Select(row => row.Line).ToList(),
            PartnerOnRecordAttestationAccepted = own.Where(row => row.Line.Participants?.Count > 0).All(row => row.IsAttested) ? true : null,
        };
        IReadOnlyList<CartFinding> findings = await new CartValidator(client) { OnlyReads = OnlyReads, Shared = catalog }.ValidateAsync(own[0].CustomerId, cart, offline: false, stop).ConfigureAwait(false);
        foreach (CartFinding finding in findings)
        {
            PurchasePlanRow row = finding.Line != null && byLine.TryGetValue(finding.Line, out PurchasePlanRow? of) ? of : own[0];
            problems.Add(new PurchasePlanProblem(finding.Severity, finding.RuleId, finding.Message, finding.Recommendation, row));
        }
    }

    // The offline rules say some of it a second time.
    private static IEnumerable<PurchasePlanProblem> Distinct(IEnumerable<PurchasePlanProblem> problems) =>
        problems.GroupBy(problem => (problem.RowNumber, problem.RuleId)).SelectMany(group => group.GroupBy(problem => problem.Message).Select(same => same.First()));
}
