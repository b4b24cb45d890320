using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Waits for many orders together: one loop sleeps on the connection's clock until the next of them is due, and looks at those
/// that are. A look that fails for a passing reason is no answer: the order is looked at again.
/// </summary>
public sealed class OrderWaiter
{
    private const double Growth = 1.5;

    // Timers cannot be set for months; the loop looks again and goes back to sleep.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly PartnerClient client;
    private readonly OrderWaitOptions options;

    /// <summary>A waiter on a connection.</summary>
    /// <exception cref="PartnerException">InvalidInput: a negative time-out, an interval of nothing.</exception>
    public OrderWaiter(PartnerClient client, OrderWaitOptions? options = null)
    {
        this.client = client ?? throw new ArgumentNullException(nameof(client));
        this.options = options ?? new OrderWaitOptions();
        if (this.options.Timeout < TimeSpan.Zero || this.options.PollingInterval <= TimeSpan.Zero)
        {
            throw PartnerException.InvalidInput("A time-out is 0 or more, and a polling interval more than 0.");
        }
    }

    /// <summary>
    /// Waits until every order is provisioned, has failed or has run out of its time, and tells each outcome as it comes.
    /// </summary>
    /// <param name="orders">What to wait for; the same order twice is looked at once.</param>
    /// <param name="done">Hears the outcomes, one at a time, in the order in which they happen.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    public async Task WaitAsync(IEnumerable<OrderWaitRequest> orders, Action<OrderWaitOutcome> done, CancellationToken cancellationToken = default)
    {
        DateTimeOffset start = client.Clock.UtcNow;
        var gate = new object();
        var sight = new OrderSight(client);
        List<Wait> open = orders.GroupBy(order => (order.CustomerId.ToUpperInvariant(), order.OrderId)).Select(same => new Wait(same.First(), start, options)).ToList();
        open.ForEach(wait => Tell(wait, false));
        while (open.Count > 0)
        {
            DateTimeOffset now = client.Clock.UtcNow;
            List<Wait> due = open.Where(wait => wait.Next <= now).ToList();
            if (due.Count == 0)
            {
                TimeSpan pause = open.Min(wait => wait.Next) - now;
                await client.Clock.DelayAsync(pause < LongestSleep ? pause : LongestSleep, cancellationToken).ConfigureAwait(false);
                continue;
            }

            // A few at a time, so that five hundred orders do not open five hundred connections.
            var queue = new Queue<Wait>(due);
            await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Concurrency, due.Count)).Select(_ => WorkAsync())).ConfigureAwait(false);
            open.RemoveAll(wait => wait.IsOver);

            async Task WorkAsync()
            {
                while (true)
                {
                    Wait wait;
                    lock (queue)
                    {
                        if (queue.Count == 0)
                        {
                            return;
                        }

                        wait = queue.Dequeue();
                    }

                    cancellationToken.ThrowIfCancellationRequested();
                    if (await LookAsync(sight, wait, cancellationToken).ConfigureAwait(false) is { } outcome)
                    {
                        wait.IsOver = true;
                        lock (gate)
                        {
                            done(outcome);
                        }
                    }

                    Tell(wait, wait.IsOver);
                }
            }
        }
    }

    private async Task<OrderWaitOutcome?> LookAsync(OrderSight sight, Wait wait, CancellationToken cancellationToken)
    {
        OrderView view = wait.View;
        bool last = client.Clock.UtcNow >= wait.Deadline;
        TimeSpan? asked = null;
        try
        {
            if (await sight.LookAsync(view, last, cancellationToken).ConfigureAwait(false) is { } outcome)
            {
                return outcome;
            }
        }
        catch (PartnerException e) when (IsPassing(e, view.Request))
        {
            view.Trouble = e;
            asked = e.RetryAfter;
        }
        catch (PartnerException e)
        {
            return new OrderWaitOutcome(view.Request, null, new[] { e });
        }

        DateTimeOffset now = client.Clock.UtcNow;
        if (last || now >= wait.Deadline)
        {
            return new OrderWaitOutcome(view.Request, null, new[] { TimedOut(view) });
        }

        TimeSpan pause = asked > wait.Interval ? asked.Value : wait.Interval;
        double grown = wait.Interval.Ticks * Growth;
        wait.Interval = grown < wait.Longest.Ticks ? TimeSpan.FromTicks((long)grown) : wait.Longest;

        // The last look is at the deadline itself, not a whole interval before it.
        wait.Next = wait.Deadline - now < pause ? wait.Deadline : now + pause;
        return null;
    }

    // "Not ready for updates" answers a name that is set too early; "no such order" one that is read too early.
    private static bool IsPassing(PartnerException failure, OrderWaitRequest request) => failure.Kind switch
    {
        PartnerErrorKind.Throttled or PartnerErrorKind.ServiceError or PartnerErrorKind.Timeout or PartnerErrorKind.ConnectionFailed
            or PartnerErrorKind.UnreadableAnswer or PartnerErrorKind.OutcomeUnknown => true,
        PartnerErrorKind.NotFound => failure.ServiceCode is "800007" or "20003" || request.IsCertain,
        _ => failure.ServiceCode is "800082" or "800060" or "900278" or "2055",
    };

    private PartnerException TimedOut(OrderView view)
    {
        string lines = view.Lines is { } all ? $", {view.LinesDone ?? 0} of {all} lines provisioned" : string.Empty;
        string trouble = view.Trouble == null ? string.Empty : $" The last look failed: {view.Trouble.Summary}";
        return new PartnerException(
            PartnerErrorKind.Timeout,
            $"Order {view.Request.OrderId} of customer {view.Request.CustomerId} was not provisioned within {options.Timeout:c}; seen last: {view.Status}{lines}.{trouble}",
            view.Trouble)
        {
            RecommendedAction = "Nothing is lost: wait again with Wait-PartnerCustomerOrder, or look with Get-PartnerCustomerOrder.",
            Operation = view.Trouble?.Operation,
            ServiceCode = view.Trouble?.ServiceCode,
            ServiceDescription = view.Trouble?.ServiceDescription,
            StatusCode = view.Trouble?.StatusCode,
            CorrelationId = view.Trouble?.CorrelationId ?? client.Sender.Context?.CorrelationId.ToString(),
            RequestId = view.Trouble?.RequestId,
        };
    }

    private void Tell(Wait wait, bool isOver) =>
        options.Progress?.Invoke(new OrderWaitProgress(wait.View.Request, wait.View.Status, wait.View.LinesDone, wait.View.Lines, isOver));

    private sealed class Wait
    {
        public Wait(OrderWaitRequest request, DateTimeOffset start, OrderWaitOptions options)
        {
            View = new OrderView(request);
            Next = start;
            Deadline = DateTimeOffset.MaxValue - start > options.Timeout ? start + options.Timeout : DateTimeOffset.MaxValue;
            Interval = options.PollingInterval;
            Longest = options.PollingInterval > options.MaximumInterval ? options.PollingInterval : options.MaximumInterval;
        }

        public OrderView View { get; }

        public DateTimeOffset Next { get; set; }

        public DateTimeOffset Deadline { get; }

        public TimeSpan Interval { get; set; }

        public TimeSpan Longest { get; }

        public bool IsOver { get; set; }
    }
}
