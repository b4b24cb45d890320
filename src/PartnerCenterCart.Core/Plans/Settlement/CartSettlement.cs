using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Brings one cart of a plan to its end from wherever the journal says it is, and may be called as often as one likes, by whomever:
/// what was announced is asked after before it is done again. docs/reliability.md has the states.
/// </summary>
internal sealed class CartSettlement
{
    // More carts than this for the same rows mean that something is wrong that another one does not mend.
    private const int MostTries = 5;
    private const int MostCheckouts = 3;
    private static readonly TimeSpan BetweenCheckouts = TimeSpan.FromSeconds(5);

    private readonly PartnerClient client;
    private readonly IPurchaseJournal journal;
    private readonly PlanCart cart;
    private readonly CartProgress progress;

    private readonly SemaphoreSlim? slots;

    // Begun by an earlier run, which may have got further than the lines that are left of its journal.
    private bool isBegunBefore;

    /// <param name="client">The connection.</param>
    /// <param name="journal">Where steps are announced.</param>
    /// <param name="cart">What is to be bought.</param>
    /// <param name="progress">How far that is.</param>
    /// <param name="slots">Taken for the time of a call and not while the disk is waited for; null for no limit.</param>
    public CartSettlement(PartnerClient client, IPurchaseJournal journal, PlanCart cart, CartProgress progress, SemaphoreSlim? slots = null)
    {
        this.slots = slots;
        this.client = client;
        this.journal = journal;
        this.cart = cart;
        this.progress = progress;
    }

    /// <summary>Why rows are left; null when all are settled.</summary>
    public PartnerException? Trouble { get; private set; }

    /// <summary>Whether what is left may have been bought.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>The rows whose end is not known.</summary>
    private IReadOnlyList<PurchasePlanRow> Rest => cart.Rows.Where(row => progress.Row(row.Reference)?.IsSettled != true).ToList();

    private CartCollectionOperations Carts => client.Customers.ById(cart.CustomerId).Carts;

    /// <summary>The announcement of the next cart.</summary>
    private JournalStep Announcement(IReadOnlyList<PurchasePlanRow> rest)
    {
        int number = progress.Stage == CartStage.Creating ? progress.Try : progress.Try + 1;

        // The same id only for the same content: a service that knows the id answers with the cart that it made then.
        string content = string.Join("|", rest.Select(row => row.Digest + row.CatalogItemId));
        return new JournalStep { Cart = cart.Number, Try = number, Step = JournalStep.Creating, At = client.Clock.UtcNow, Request = RequestIds.Of(journal.Id, cart.Number, number, "create", content) };
    }

    /// <summary>Goes on until the rows are settled or nothing more can be found out now.</summary>
    public async Task SettleAsync(CancellationToken stop)
    {
        isBegunBefore = progress.Stage != CartStage.None;
        bool isResumed = progress.Stage is CartStage.Created or CartStage.CheckingOut;
        while (progress.Stage != CartStage.Settled && Trouble == null)
        {
            stop.ThrowIfCancellationRequested();
            if (isResumed)
            {
                await ResumeAsync(stop).ConfigureAwait(false);
            }
            else
            {
                await CreateAsync(stop).ConfigureAwait(false);
                if (progress.Stage == CartStage.CheckingOut)
                {
                    await CheckoutAsync(wasAnnouncedBefore: false, stop).ConfigureAwait(false);
                }
            }

            isResumed = isBegunBefore = false;
        }
    }

    private async Task CreateAsync(CancellationToken stop)
    {
        IReadOnlyList<PurchasePlanRow> rows = Rest;
        JournalStep announcement = Announcement(rows);
        if (announcement.Try > MostTries)
        {
            Trouble = new PartnerException(PartnerErrorKind.ServiceError, $"{MostTries} carts for the rows were lost; no further one is made.") { NothingWasDone = true };
            return;
        }

        if (progress.Stage != CartStage.Creating || progress.Request != announcement.Request)
        {
            await WriteAsync(announcement).ConfigureAwait(false);
        }

        Cart body = PlanCart.Body(rows);
        Cart created;
        try
        {
            created = await CallAsync(() => Carts.CreateAsync(body, announcement.Request!.Value, stop), stop).ConfigureAwait(false);
        }
        catch (PartnerException e)
        {
            await RefusedAsync(e, rows).ConfigureAwait(false);
            return;
        }

        await TakeAsync(created, rows).ConfigureAwait(false);
    }

    // A cart that holds something else than what was asked for is never checked out.
    private async Task TakeAsync(Cart created, IReadOnlyList<PurchasePlanRow> rows)
    {
        var lines = CreatedLines.Match(created, rows);
        if (lines == null)
        {
            await FailAsync(rows, new PartnerException(PartnerErrorKind.UnreadableAnswer, $"Cart {created.Id} of customer {cart.CustomerId} does not hold what was asked for; it was not bought.") { NothingWasDone = true }).ConfigureAwait(false);
            return;
        }

        var step = new JournalStep
        {
            Cart = cart.Number,
            Try = progress.Try,
            Step = JournalStep.Created,
            At = client.Clock.UtcNow,
            CartId = created.Id,
            Made = created.CreationTimestamp is { Year: > 2000 } made ? made : null,
            Lines = lines.Select(entry => new JournalCartLine { Reference = entry.Row.Reference, Id = entry.Line.Id, Item = entry.Line.CatalogItemId, Group = entry.Line.OrderGroup }).ToList(),
        };
        List<JournalFailure> broken = lines.Where(entry => entry.Error != null).Select(entry => FailureOf(entry.Row, LineError(created, entry.Line, entry.Error!))).ToList();
        if (broken.Count == 0)
        {
            // Both at once: nothing happens between them that could be lost.
            await WriteAsync(step, CheckingOut(created.Id)).ConfigureAwait(false);
            return;
        }

        // The others get a cart without the broken lines. This one was not checked out and expires.
        await WriteAsync(step, new JournalStep { Cart = cart.Number, Try = progress.Try, Step = JournalStep.Settled, At = client.Clock.UtcNow, Failed = broken }).ConfigureAwait(false);
    }

    private async Task ResumeAsync(CancellationToken stop)
    {
        try
        {
            Cart now = await CallAsync(() => Carts.ById(progress.CartId!).GetAsync(stop), stop).ConfigureAwait(false);
            if (!CreatedLines.AreStillIn(now, progress.Lines, cart.Rows))
            {
                string message = $"Cart {progress.CartId} of customer {cart.CustomerId} holds something else than what was put into it; it is not checked out any more.";
                Leave(new PartnerException(PartnerErrorKind.OutcomeUnknown, message) { RecommendedAction = "Make the cart what it was, or wait until it has expired; then run the plan again." }, isUnknown: true);
                return;
            }
        }
        catch (PartnerException e) when (Refusal.IsCartGone(e))
        {
            await LookForOrdersAsync(e, stop).ConfigureAwait(false);
            return;
        }
        catch (PartnerException e)
        {
            Leave(e, isUnknown: true);
            return;
        }

        await WriteAsync(progress.Stage == CartStage.Created ? CheckingOut() : CheckingOutAgain()).ConfigureAwait(false);
        await CheckoutAsync(wasAnnouncedBefore: true, stop).ConfigureAwait(false);
    }

    private async Task CheckoutAsync(bool wasAnnouncedBefore, CancellationToken stop)
    {
        PartnerException? last = null;
        bool isAnswered = false;
        for (int checkouts = 1; checkouts <= MostCheckouts; checkouts++)
        {
            if (checkouts > 1)
            {
                await client.Clock.DelayAsync(BetweenCheckouts, stop).ConfigureAwait(false);

                // The id of an answer would get the same answer; the cart itself keeps its groups from being bought twice.
                await WriteAsync(isAnswered ? CheckingOut() : CheckingOutAgain()).ConfigureAwait(false);
            }

            try
            {
                CartCheckoutResult result = await CallAsync(() => Carts.ById(progress.CartId!).CheckoutAsync(progress.Request!.Value, stop), stop).ConfigureAwait(false);
                last = await TakeAsync(result).ConfigureAwait(false);
                if (last == null)
                {
                    return;
                }

                isAnswered = true;
            }
            catch (PartnerException e) when (e.Kind == PartnerErrorKind.OutcomeUnknown && !stop.IsCancellationRequested)
            {
                last = e;
                isAnswered = false;
                wasAnnouncedBefore = true;
            }
            catch (PartnerException e) when (e.Kind != PartnerErrorKind.JournalDamaged)
            {
                await CheckoutRefusedAsync(e, wasAnnouncedBefore, stop).ConfigureAwait(false);
                return;
            }
        }

        Leave(last!, isUnknown: true);
    }

    private async Task CheckoutRefusedAsync(PartnerException e, bool mayBeBought, CancellationToken stop)
    {
        if (!Refusal.IsFinal(e))
        {
            // Only what says that nothing was done leaves no doubt, and only where no earlier call could have done it.
            Leave(e, isUnknown: mayBeBought || !e.NothingWasDone);
        }
        else if (!mayBeBought && !(isBegunBefore && Refusal.IsCartGone(e)))
        {
            if (Refusal.IsCartGone(e))
            {
                await AbandonAsync(e.Summary).ConfigureAwait(false);
            }
            else
            {
                await FailAsync(Rest, e).ConfigureAwait(false);
            }
        }
        else if (Refusal.IsCartGone(e))
        {
            await LookForOrdersAsync(e, stop).ConfigureAwait(false);
        }
        else
        {
            await RefusedAfterDoubtAsync(e, stop).ConfigureAwait(false);
        }
    }

    // An earlier checkout may have been made, and this one is refused for another reason: the cart itself knows, unless only some
    // of several groups can be bought.
    private async Task RefusedAfterDoubtAsync(PartnerException e, CancellationToken stop)
    {
        try
        {
            Cart now = await CallAsync(() => Carts.ById(progress.CartId!).GetAsync(stop), stop).ConfigureAwait(false);
            bool isOneGroup = progress.Lines.Select(line => line.Group).Distinct().Count() == 1;
            if (isOneGroup && string.Equals(now.Status, "Active", StringComparison.OrdinalIgnoreCase))
            {
                await FailAsync(Rest, e).ConfigureAwait(false);
                return;
            }
        }
        catch (PartnerException second) when (Refusal.IsCartGone(second))
        {
            await LookForOrdersAsync(second, stop).ConfigureAwait(false);
            return;
        }
        catch (PartnerException)
        {
            // What the first call said is what the user is told.
        }

        Leave(e, isUnknown: true);
    }

    private async Task LookForOrdersAsync(PartnerException gone, CancellationToken stop)
    {
        var lost = new LostCart(client, journal);
        try
        {
            var rows = Rest.Select(row => (row, ItemOf(row))).ToList();
            IReadOnlyList<JournalOrderLine>? found = await CallAsync(() => lost.FindAsync(cart.CustomerId, rows, progress, stop), stop).ConfigureAwait(false);
            if (found == null)
            {
                string message = $"Cart {progress.CartId} of customer {cart.CustomerId} is gone, and its checkout may have been made: {lost.Doubt}.";
                Leave(new PartnerException(PartnerErrorKind.OutcomeUnknown, message, gone) { RecommendedAction = $"Run the plan again later. Get-PartnerCustomerOrder -CustomerId {cart.CustomerId} shows the orders." }, isUnknown: true);
            }
            else if (found.Count == 0)
            {
                await AbandonAsync("the cart expired, and the customer's orders do not have it").ConfigureAwait(false);
            }
            else
            {
                await WriteAsync(new JournalStep { Cart = cart.Number, Try = progress.Try, Step = JournalStep.Settled, At = client.Clock.UtcNow, Orders = found.ToList() }).ConfigureAwait(false);
            }
        }
        catch (PartnerException e) when (e.Kind != PartnerErrorKind.JournalDamaged)
        {
            Leave(e, isUnknown: true);
        }
    }

    /// <summary>Null when the result settles every row; else why it does not.</summary>
    private async Task<PartnerException?> TakeAsync(CartCheckoutResult result)
    {
        List<PurchasePlanRow> rows = Rest.ToList();
        List<OrderError> errors = result.OrderErrors ?? new List<OrderError>();
        List<JournalFailure> failed = errors
            .SelectMany(error => rows.Where(row => GroupOf(row) is { } group && string.Equals(group, error.OrderGroupId, StringComparison.OrdinalIgnoreCase)).Select(row => FailureOf(row, GroupError(error))))
            .ToList();
        List<PurchasePlanRow> ordered = rows.Where(row => failed.TrueForAll(failure => failure.Reference != row.Reference)).ToList();
        var match = new OrderMatch(result.Orders ?? new List<Order>());
        match.Take(ordered.Select(row => (row, ItemOf(row))).ToList(), onlyLabelled: false);
        List<PurchasePlanRow> open = ordered.Where(row => !match.Found.ContainsKey(row)).ToList();
        if (ordered.Count == 1 && !match.IsExhausted)
        {
            match.TakeRest(ordered[0]);
            open.Clear();
        }
        else if (open.Count == 1 && !match.IsExhausted)
        {
            match.TakeRest(open[0]);
            open.Clear();
        }

        // Older deployments leave it to a search to find the orders of a cart; another row's are not this one's.
        bool isAnothers = match.Found.Values.SelectMany(lines => lines).Any(line => journal.IsTaken(line.OrderId));
        if (open.Count > 0 || isAnothers || errors.Any(error => Refusal.IsInProgress(error.Code)))
        {
            string which = string.Join(", ", (open.Count > 0 ? open : rows).Select(row => row.Reference));
            return new PartnerException(PartnerErrorKind.OutcomeUnknown, $"The checkout of cart {progress.CartId} of customer {cart.CustomerId} was answered, but it does not say what became of {which}.")
            {
                RecommendedAction = $"Run the plan again later. Get-PartnerCustomerOrder -CustomerId {cart.CustomerId} shows the orders.",
            };
        }

        await WriteAsync(new JournalStep
        {
            Cart = cart.Number,
            Try = progress.Try,
            Step = JournalStep.Settled,
            At = client.Clock.UtcNow,
            Orders = match.Found.Values.SelectMany(lines => lines).ToList(),
            Failed = failed.Count == 0 ? null : failed,
        }).ConfigureAwait(false);
        return null;
    }

    private async Task RefusedAsync(PartnerException e, IReadOnlyList<PurchasePlanRow> rows)
    {
        if (Refusal.IsFinal(e) && !Refusal.EndsRun(e))
        {
            await FailAsync(rows, e).ConfigureAwait(false);
        }
        else
        {
            // A cart may be there; a cart is no purchase.
            Leave(e, isUnknown: false);
        }
    }

    private void Leave(PartnerException e, bool isUnknown)
    {
        Trouble = e;
        IsUnknown = isUnknown;
    }

    private Task FailAsync(IEnumerable<PurchasePlanRow> rows, PartnerException e) => WriteAsync(new JournalStep
    {
        Cart = cart.Number,
        Try = progress.Try,
        Step = JournalStep.Settled,
        At = client.Clock.UtcNow,
        Failed = rows.Select(row => FailureOf(row, e)).ToList(),
    });

    private Task AbandonAsync(string why) => WriteAsync(new JournalStep { Cart = cart.Number, Try = progress.Try, Step = JournalStep.Abandoned, At = client.Clock.UtcNow, Why = why });

    /// <summary>Announces a checkout with an id of its own.</summary>
    private JournalStep CheckingOut(string? cartId = null) =>
        CheckingOutAs(RequestIds.Of(journal.Id, cart.Number, progress.Try, "checkout", cartId ?? progress.CartId!, progress.Checkouts));

    /// <summary>Announces the last checkout once more: the list of orders has its lag from now on.</summary>
    private JournalStep CheckingOutAgain() => CheckingOutAs(progress.Request!.Value);

    private JournalStep CheckingOutAs(Guid request) => new()
    {
        Cart = cart.Number,
        Try = progress.Try,
        Step = JournalStep.CheckingOut,
        At = client.Clock.UtcNow,
        Request = request,
    };

    private async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken stop)
    {
        if (slots == null)
        {
            return await call().ConfigureAwait(false);
        }

        await slots.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            return await call().ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task WriteAsync(params JournalStep[] steps)
    {
        await journal.WriteAsync(steps).ConfigureAwait(false);
        Array.ForEach(steps, progress.Apply);
    }

    private string? ItemOf(PurchasePlanRow row) => progress.Lines.FirstOrDefault(line => line.Reference == row.Reference)?.Item ?? row.CatalogItemId;

    private string? GroupOf(PurchasePlanRow row) => progress.Lines.FirstOrDefault(line => line.Reference == row.Reference)?.Group;

    private static JournalFailure FailureOf(PurchasePlanRow row, PartnerException e) => new()
    {
        Reference = row.Reference,
        Kind = e.Kind,
        Code = e.ServiceCode,
        Message = e.Summary,
        Remedy = e.RecommendedAction,
    };

    private static PartnerException LineError(Cart created, CartLineItem line, CartError error) =>
        new(PartnerErrorKind.CartLineError, $"Line {line.Id} ({line.CatalogItemId}) of cart {created.Id} cannot be bought: {error}")
        {
            ServiceCode = error.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? error.ErrorCode,
            ServiceDescription = error.ErrorDescription,
            RecommendedAction = CartErrorCode.Remedy(error.ErrorCode),
            NothingWasDone = true,
        };

    private PartnerException GroupError(OrderError error) =>
        new(PartnerErrorKind.OrderError, $"Order group {error.OrderGroupId} of cart {progress.CartId} of customer {cart.CustomerId} was not bought: {error.Description} (code {error.Code})")
        {
            ServiceCode = error.Code,
            ServiceDescription = error.Description,
            RecommendedAction = ServiceCodes.Remedy(error.Code, 0, "carts.checkout"),
        };
}
