using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// The record of a plan's purchases: what was planned, what is about to be done, what came of it. docs/reliability.md describes the
/// file and what is promised with it. One run at a time holds it; anybody may read it.
/// </summary>
public sealed class PurchaseJournal : IPurchaseJournal, IDisposable
{
    private readonly JournalFile file;
    private readonly ConcurrentDictionary<string, bool> taken = new(StringComparer.OrdinalIgnoreCase);

    private PurchaseJournal(JournalFile file)
    {
        this.file = file;
        foreach (JournalOrderLine line in file.Content.Carts.SelectMany(cart => cart.Rows).SelectMany(row => row.Orders ?? Array.Empty<JournalOrderLine>()))
        {
            taken[line.OrderId] = true;
        }
    }

    /// <summary>Where it is.</summary>
    public string Path => file.Path;

    /// <summary>Id of the journal.</summary>
    public Guid Id => file.Content.Header!.Id;

    internal JournalContent Content => file.Content;

    /// <summary>Opens the journal of a plan, or begins one.</summary>
    /// <param name="path">Where it is; a folder that is not there is made.</param>
    /// <param name="plan">What it is about.</param>
    /// <param name="now">The time, for a journal that begins.</param>
    /// <param name="account">Where and by whom is bought; null leaves that unchecked.</param>
    /// <exception cref="PartnerException">JournalInUse; JournalDamaged; PlanChanged, with every difference.</exception>
    public static PurchaseJournal Open(string path, PurchasePlan plan, DateTimeOffset now, string? account = null) =>
        Open(path, plan ?? throw new ArgumentNullException(nameof(plan)), now, account, null);

    internal static PurchaseJournal Open(string path, PurchasePlan plan, DateTimeOffset now, string? account, Action<System.IO.FileStream>? flush)
    {
        JournalFile file = JournalFile.Open(path, () => new JournalHeader
        {
            Id = Guid.NewGuid(),
            Created = now,
            Plan = plan.Digest,
            Rows = plan.Rows.Count,
            GroupBy = plan.GroupBy.ToString(),
            Account = account,
        }, flush);
        try
        {
            PlanComparison.ThrowIfChanged(file.Path, file.Content, plan, account);
            return new PurchaseJournal(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What a journal says of every row, also while a run writes it.</summary>
    /// <exception cref="PartnerException">NotFound; JournalDamaged.</exception>
    public static IReadOnlyList<PurchasePlanRowStatus> ReadStatus(string path) => PlanStatus.Of(JournalFile.Read(path));

    /// <summary>Lets go of the file. What was announced is on the disk.</summary>
    public void Dispose() => file.Dispose();

    /// <inheritdoc/>
    Task IPurchaseJournal.WriteAsync(IReadOnlyList<JournalStep> steps) => WriteAsync(steps);

    /// <inheritdoc/>
    bool IPurchaseJournal.IsTaken(string orderId) => taken.ContainsKey(orderId);

    /// <summary>Writes the plan into a journal that has not begun; does nothing where it has.</summary>
    internal async Task PlanAsync(IReadOnlyList<PlanCart> carts)
    {
        if (Content.IsPlanned)
        {
            return;
        }

        file.DropRows();
        List<JournalRow> rows = carts.SelectMany(cart => cart.Rows.Select(row => JournalRow.Of(row, cart.Number))).OrderBy(row => row.RowNumber).ToList();
        await file.AppendAsync(rows.Select(row => JournalContent.Object(JournalContent.RowKind, row))
            .Concat(new[] { JournalContent.Object(JournalContent.PlannedKind, new { rows = rows.Count }) })).ConfigureAwait(false);
        rows.ForEach(Content.Add);
        Content.Complete();
    }

    internal async Task WriteAsync(IReadOnlyList<JournalStep> steps)
    {
        await file.AppendAsync(steps.Select(step => JournalContent.Object(JournalContent.StepKind, step))).ConfigureAwait(false);
        foreach (JournalStep step in steps)
        {
            foreach (JournalOrderLine line in step.Orders ?? new List<JournalOrderLine>())
            {
                taken[line.OrderId] = true;
            }
        }
    }
}
