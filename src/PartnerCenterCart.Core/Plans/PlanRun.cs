using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// One run of a plan: looks at the plan, the catalogue and the journal, and buys what is not bought yet. Run again with the same
/// journal it goes on where the last run ended, in whatever way that was.
/// </summary>
public sealed class PlanRun
{
    private const int MostShown = 50;

    // So many purchases in a row that could not be made for reasons that pass: the service is not there.
    private const int MostInARow = 20;

    private readonly PartnerClient client;
    private readonly PlanRunOptions options;
    private int failuresInARow;

    private PlanRun(PartnerClient client, PurchasePlan plan, PlanRunOptions options, JournalContent? journal)
    {
        this.client = client;
        this.options = options;
        Plan = plan;
        Open = plan.Rows.Where(row => journal?.Row(row.Reference) is not { } known || !IsSettled(known, options)).ToList();
    }

    /// <summary>The tested plan.</summary>
    public PurchasePlan Plan { get; }

    /// <summary>Rows that are not settled by earlier runs.</summary>
    public IReadOnlyList<PurchasePlanRow> Open { get; }

    /// <summary>Looks at everything and changes nothing; the journal is not made yet.</summary>
    /// <exception cref="PartnerException">ValidationFailed, PlanChanged, with every row that is meant; JournalDamaged; what ends every call.</exception>
    public static async Task<PlanRun> PrepareAsync(PartnerClient client, PurchasePlan plan, PlanRunOptions options, CancellationToken cancellationToken = default)
    {
        _ = client ?? throw new ArgumentNullException(nameof(client));
        _ = plan ?? throw new ArgumentNullException(nameof(plan));
        _ = options ?? throw new ArgumentNullException(nameof(options));
        ThrowIfWrong(plan);
        JournalContent? journal = JournalFile.Find(options.JournalPath);
        if (journal?.Header != null)
        {
            PlanComparison.ThrowIfChanged(Path.GetFullPath(options.JournalPath), journal, plan, options.Account);
        }

        var tester = new PlanTester(client) { OnlyReads = options.OnlyReads, ThrottleLimit = options.ThrottleLimit, Progress = options.Testing };
        JournalRow? Begun(PurchasePlanRow row) => journal?.Row(row.Reference) is { } known && IsBegun(journal, known, options) ? known.Planned : null;
        PurchasePlan tested = await tester.TestAsync(plan, Begun, appliesRules: !plan.IsTested, cancellationToken).ConfigureAwait(false);
        ThrowIfWrong(tested);
        if (!options.AllowChangedCatalog)
        {
            ThrowIfCatalogMoved(plan, tested, journal);
        }

        return new PlanRun(client, tested, options, journal);
    }

    /// <summary>Looks at everything once more and buys: between a question and its answer the catalogue may move, and another run begin.</summary>
    /// <exception cref="PartnerException">As <see cref="PrepareAsync"/> and <see cref="RunAsync"/>.</exception>
    public static async Task BuyAsync(PartnerClient client, PurchasePlan plan, PlanRunOptions options, CancellationToken cancellationToken = default)
    {
        PlanRun run = await PrepareAsync(client, plan, options, cancellationToken).ConfigureAwait(false);
        await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Buys. It ends when every row is settled or cannot be now.</summary>
    /// <exception cref="PartnerException">JournalInUse; JournalDamaged; what ended the run early. What was bought until then is in the journal.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using PurchaseJournal journal = PurchaseJournal.Open(options.JournalPath, Plan, client.Clock.UtcNow, options.Account, options.Flush);
        IReadOnlyList<PlanCart> carts = Carts(journal.Content);
        await journal.PlanAsync(carts).ConfigureAwait(false);
        if (options.RetryFailed)
        {
            await RetryFailedAsync(journal).ConfigureAwait(false);
        }

        // Twice as many workers as calls: while one waits for the disk another one calls.
        using var slots = new SemaphoreSlim(options.ThrottleLimit);
        IEnumerable<PlanCart> open = carts.Where(cart => journal.Content.Cart(cart.Number)!.Stage != CartStage.Settled);
        await Workers.RunAsync(open, 2 * options.ThrottleLimit, cart => SettleAsync(journal, cart, slots, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleAsync(PurchaseJournal journal, PlanCart cart, SemaphoreSlim slots, CancellationToken stop)
    {
        CartProgress progress = journal.Content.Cart(cart.Number)!;
        List<RowProgress> open = progress.Rows.Where(row => !row.IsSettled).ToList();
        var settlement = new CartSettlement(client, journal, cart, progress, slots);
        try
        {
            await settlement.SettleAsync(stop).ConfigureAwait(false);
        }
        catch (PartnerException e)
        {
            // The journal could not be written. What was under way is told all the same.
            Tell(progress, open, e, progress.Stage == CartStage.CheckingOut);
            throw;
        }

        Tell(progress, open, settlement.Trouble, settlement.IsUnknown);
        ThrowIfHopeless(settlement.Trouble);
    }

    private void Tell(CartProgress progress, List<RowProgress> rows, PartnerException? trouble, bool isUnknown) =>
        rows.ForEach(row => options.RowDone?.Invoke(PlanStatus.Of(progress, row, trouble, isUnknown)));

    private void ThrowIfHopeless(PartnerException? trouble)
    {
        int failures = trouble == null ? Interlocked.Exchange(ref failuresInARow, 0) : Interlocked.Increment(ref failuresInARow);
        if (trouble != null && (Refusal.EndsRun(trouble) || failures >= MostInARow))
        {
            throw new PartnerException(trouble.Kind, $"The run was ended early, and no further purchase was begun: {trouble.Summary}", trouble)
            {
                StatusCode = trouble.StatusCode,
                ServiceCode = trouble.ServiceCode,
                ServiceDescription = trouble.ServiceDescription,
                CorrelationId = trouble.CorrelationId,
                RequestId = trouble.RequestId,
                RecommendedAction = $"{trouble.RecommendedAction} Then run the plan again with the same journal.".TrimStart(),
            };
        }
    }

    private async Task RetryFailedAsync(PurchaseJournal journal)
    {
        List<(CartProgress Cart, JournalStep Step)> steps = journal.Content.Carts
            .Where(cart => cart.Stage is CartStage.Settled or CartStage.None && cart.Rows.Any(row => row.Failure != null))
            .Select(cart => (cart, new JournalStep { Cart = cart.Number, Try = cart.Try, Step = JournalStep.Retry, At = client.Clock.UtcNow, Rows = cart.Rows.Where(row => row.Failure != null).Select(row => row.Reference).ToList() }))
            .ToList();
        if (steps.Count > 0)
        {
            await journal.WriteAsync(steps.Select(entry => entry.Step).ToList()).ConfigureAwait(false);
            steps.ForEach(entry => entry.Cart.Apply(entry.Step));
        }
    }

    // The numbers of the carts are the journal's, where it has them.
    private IReadOnlyList<PlanCart> Carts(JournalContent journal)
    {
        if (!journal.IsPlanned)
        {
            return PurchasePlan.Carts(Plan.Rows, Plan.GroupBy);
        }

        Dictionary<string, PurchasePlanRow> rows = Plan.Rows.ToDictionary(row => row.Reference, StringComparer.Ordinal);
        return journal.Carts.Select(cart => new PlanCart(cart.Number, cart.Rows.OrderBy(row => row.Planned.RowNumber).Select(row => rows[row.Reference]).ToList())).ToList();
    }

    private static bool IsSettled(RowProgress row, PlanRunOptions options) => row.Orders != null || (row.Failure != null && !options.RetryFailed);

    // A cart that was asked for is gone on with as it is; what needs another one is looked at anew.
    private static bool IsBegun(JournalContent journal, RowProgress row, PlanRunOptions options) =>
        IsSettled(row, options) || (!row.IsSettled && journal.Cart(row.Planned.Cart)!.Stage is CartStage.Creating or CartStage.Created or CartStage.CheckingOut);

    private static void ThrowIfWrong(PurchasePlan plan)
    {
        List<PurchasePlanProblem> errors = plan.Problems.Where(problem => problem.Severity == FindingSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new PartnerException(PartnerErrorKind.ValidationFailed, $"Nothing was bought; the plan has {(errors.Count == 1 ? "an error" : errors.Count + " errors")}:{Listed(errors.Select(error => $"{error.Where}: {error.RuleId}: {error.Message}"))}")
            {
                RecommendedAction = "Test-PartnerPurchasePlan returns the plan with its Problems, and says what to do about each.",
                NothingWasDone = true,
            };
        }
    }

    private static void ThrowIfCatalogMoved(PurchasePlan plan, PurchasePlan tested, JournalContent? journal)
    {
        List<string> moved = tested.Rows.Zip(plan.Rows, (now, asked) => (Now: now, Before: Before(asked, plan, journal)))
            .Where(row => row.Before is { } before && before.Digest != row.Now.ItemDigest)
            .Select(row => $"{row.Now}: {row.Before!.Value.Item} {(row.Before.Value.Item == row.Now.CatalogItemId ? "is sold by other terms now" : $"is {row.Now.CatalogItemId ?? "gone"} now")}")
            .ToList();
        if (moved.Count > 0)
        {
            throw new PartnerException(PartnerErrorKind.PlanChanged, $"Nothing was bought; the catalogue has moved since the plan was tested:{Listed(moved)}")
            {
                RecommendedAction = "Test the plan again and look at it, or run it with -AllowChangedCatalog.",
                NothingWasDone = true,
            };
        }
    }

    // What the first run began with counts more than a test before it.
    private static (string? Item, string Digest)? Before(PurchasePlanRow row, PurchasePlan plan, JournalContent? journal) =>
        journal?.IsPlanned == true && journal.Row(row.Reference)?.Planned is { ItemDigest: { } planned } known ? (known.Item, planned)
        : plan.TestedAt != null && !row.IsChanged && row.ItemDigest is { } digest ? (row.CatalogItemId, digest)
        : null;

    private static string Listed(IEnumerable<string> lines)
    {
        List<string> all = lines.ToList();
        string more = all.Count > MostShown ? $"{Environment.NewLine}  and {all.Count - MostShown} more" : string.Empty;
        return string.Concat(all.Take(MostShown).Select(line => $"{Environment.NewLine}  {line}")) + more + Environment.NewLine;
    }
}
