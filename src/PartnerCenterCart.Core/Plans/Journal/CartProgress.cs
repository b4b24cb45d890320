using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>What the journal says of one cart: the sum of its steps.</summary>
internal sealed class CartProgress
{
    private readonly Dictionary<string, RowProgress> rows = new(StringComparer.Ordinal);

    public CartProgress(int number) => Number = number;

    public int Number { get; }

    public CartStage Stage { get; private set; }

    /// <summary>Carts that were asked for so far.</summary>
    public int Try { get; private set; }

    /// <summary>MS-RequestId of the last announcement.</summary>
    public Guid? Request { get; private set; }

    public string? CartId { get; private set; }

    public IReadOnlyList<JournalCartLine> Lines { get; private set; } = Array.Empty<JournalCartLine>();

    /// <summary>When the last step was announced.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>
    /// When a checkout was announced for the last time, or could have been by a line that is lost: the list of orders has its lag from
    /// then on. Null while there is no cart.
    /// </summary>
    public DateTimeOffset? CheckoutAt { get; private set; }

    /// <summary>What no order of this cart can be older than: when the service made the cart, by its own clock; else the first announcement.</summary>
    public DateTimeOffset? OldestOrder { get; private set; }

    /// <summary>Different checkouts that were announced for this cart; each has a request id of its own.</summary>
    public int Checkouts { get; private set; }

    public IReadOnlyCollection<RowProgress> Rows => rows.Values;

    public RowProgress Add(JournalRow row) => rows[row.Reference] = new RowProgress(row);

    public RowProgress? Row(string reference) => rows.TryGetValue(reference, out RowProgress? row) ? row : null;

    public void Apply(JournalStep step)
    {
        At = step.At;
        switch (step.Step)
        {
            case JournalStep.Creating:
                Begin(step);
                break;
            case JournalStep.Created:
                Stage = CartStage.Created;
                CartId = step.CartId;
                CheckoutAt = step.At;
                OldestOrder = step.Made ?? step.At;
                Lines = step.Lines ?? new List<JournalCartLine>();
                break;
            case JournalStep.CheckingOut:
                Checkouts += Stage == CartStage.CheckingOut && Request == step.Request ? 0 : 1;
                Stage = CartStage.CheckingOut;
                Request = step.Request;
                CheckoutAt = step.At;
                break;
            case JournalStep.Settled:
                Settle(step);
                break;
            case JournalStep.Abandoned:
                Stage = CartStage.None;
                break;
            case JournalStep.Retry:
                foreach (RowProgress row in rows.Values.Where(row => row.Failure != null && step.Rows?.Contains(row.Reference) == true))
                {
                    row.Failure = null;
                    Stage = CartStage.None;
                }

                break;
        }
    }

    private void Begin(JournalStep step)
    {
        Stage = CartStage.Creating;
        Try = step.Try;
        Request = step.Request;
        CartId = null;
        CheckoutAt = null;
        OldestOrder = null;
        Checkouts = 0;
        Lines = Array.Empty<JournalCartLine>();
    }

    private void Settle(JournalStep step)
    {
        foreach (IGrouping<string, JournalOrderLine> lines in (step.Orders ?? new List<JournalOrderLine>()).GroupBy(line => line.Reference))
        {
            if (Row(lines.Key) is { } row)
            {
                row.Orders = lines.ToList();
                row.CartId = CartId;
                row.At = step.At;
            }
        }

        foreach (JournalFailure failure in step.Failed ?? new List<JournalFailure>())
        {
            if (Row(failure.Reference) is { } row)
            {
                row.Failure = failure;
                row.CartId = CartId;
                row.At = step.At;
            }
        }

        // Rows that are left go on with another cart.
        Stage = rows.Values.All(row => row.IsSettled) ? CartStage.Settled : CartStage.None;
    }
}
