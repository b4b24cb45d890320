using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>
/// The calls of one partner tenant to one resource: orders, subscriptions, carts. A documented limit is kept from the start, others are
/// learned from a 429: everybody waits as long as the service asks, then one call goes first, and each that is taken lets one more
/// travel at once. Callers take turns (<see cref="TurnQueue"/>). While nothing is limited, a call costs a lock and a count.
/// </summary>
internal sealed class Lane
{
    /// <summary>What a lane sends at most after a 429, as a share of what it sent in the minute before.</summary>
    private const double ShareAfterRefusal = 0.9;

    /// <summary>What it may send again with every minute without a 429.</summary>
    private const double GrowthPerMinute = 1.05;

    /// <summary>A refusal at few calls is no matter of calls per minute, and must not make a crawl of all that follows.</summary>
    private const int LeastLearned = 60;

    /// <summary>Calls at once that count as no limit any more.</summary>
    private const int WidthOfAll = 64;

    private static readonly TimeSpan LearnedFor = TimeSpan.FromMinutes(10);

    private readonly object gate = new();
    private readonly CallWindow sent = new();
    private readonly TurnQueue waiting = new();
    private readonly IClock clock;
    private readonly string resource;
    private readonly int? documented;
    private readonly bool waitsTakeTime;
    private readonly Pump pump;
    private DateTimeOffset pausedUntil;
    private int? learned;
    private DateTimeOffset learnedAt;
    private int refusals;
    private int travelling;
    private int width = int.MaxValue;

    /// <param name="clock">What waits run on.</param>
    /// <param name="resource">Whose calls; for messages.</param>
    /// <param name="documented">Calls a minute that the documents allow; null where they say nothing.</param>
    public Lane(IClock clock, string resource, int? documented)
    {
        this.clock = clock;
        this.resource = resource;
        this.documented = documented;
        waitsTakeTime = clock is SystemClock;
        pump = new Pump(gate, clock, LetThrough);
    }

    /// <summary>Waits until the try may be sent.</summary>
    public ValueTask<Pass> EnterAsync(HttpCall call, CancellationToken closed, CancellationToken cancellationToken)
    {
        Turn turn;
        CallNote? note = null;
        lock (gate)
        {
            DateTimeOffset now = Now();
            if (waiting.Count == 0 && Closed(now, out string reason) is not { } wait)
            {
                return new ValueTask<Pass>(Open());
            }

            turn = new Turn(call.Request.Context.CorrelationId);
            waiting.Add(turn, isFirst: call.Try > 0);
            if (!call.IsHoldAnnounced && call.Request.Context.Observer != null)
            {
                wait = Closed(now, out reason) ?? TimeSpan.Zero;
                note = CallNote.Held(call.Request, call.Try + 1, wait < TimeSpan.Zero ? TimeSpan.Zero : wait, reason);
            }
        }

        if (note != null)
        {
            call.Request.Context.Observer!.Note(note);
        }

        return new ValueTask<Pass>(WaitAsync(turn, closed, cancellationToken));
    }

    public void Took(Pass pass)
    {
        if (Volatile.Read(ref width) == int.MaxValue)
        {
            return;
        }

        lock (gate)
        {
            if (pass.Refusals == refusals && width != int.MaxValue)
            {
                width = width >= WidthOfAll ? int.MaxValue : width + 1;
            }
        }
    }

    public void Refused(Pass pass, TimeSpan wait)
    {
        lock (gate)
        {
            DateTimeOffset now = Now();
            if (pass.Refusals == refusals)
            {
                refusals++;
                width = 1;
                learned = Math.Max(LeastLearned, (int)(Math.Min(sent.Count, Limit(now) ?? int.MaxValue) * ShareAfterRefusal));
                learnedAt = now;
            }

            // Those that were on their way when the first of them was refused tell the same story again, of the same moment.
            DateTimeOffset end = learnedAt + wait;
            pausedUntil = pausedUntil > end ? pausedUntil : end;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            travelling--;
            if (waiting.Count > 0)
            {
                pump.Start();
            }
        }
    }

    /// <summary>What was seen of the service does not hold any more; nobody waits for it.</summary>
    public void Forget()
    {
        Action? sleeping;
        lock (gate)
        {
            sent.Clear();
            Unlimit();
            sleeping = pump.Stop();
            if (waiting.Count > 0)
            {
                pump.Start();
            }
        }

        sleeping?.Invoke();
    }

    private async Task<Pass> WaitAsync(Turn turn, CancellationToken closed, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration first = cancellationToken.Register(() => GiveUp(turn));
        using CancellationTokenRegistration second = closed.Register(() => GiveUp(turn));
        lock (gate)
        {
            pump.Start();
        }

        return await turn.Task.ConfigureAwait(false);
    }

    private void GiveUp(Turn turn)
    {
        Action? idle = null;
        lock (gate)
        {
            waiting.Remove(turn);
            if (waiting.Count == 0)
            {
                idle = pump.Stop();
            }
        }

        idle?.Invoke();
        turn.GiveUp();
    }

    private TimeSpan? LetThrough()
    {
        DateTimeOffset now = Now();
        while (waiting.Count > 0 && Closed(now, out _) == null)
        {
            Pass pass = Open();
            if (!waiting.Take().Give(pass))
            {
                travelling--;
            }
        }

        // Where only calls that travel are in the way, the next of them to end goes on here. And a wait that takes no time, as an
        // emulator's, must not overtake them: they would arrive in another minute than the one that they are counted in.
        return waiting.Count > 0 && Closed(now, out _) is { } next && next > TimeSpan.Zero && (waitsTakeTime || travelling == 0) ? next : null;
    }

    private Pass Open()
    {
        sent.Add();
        travelling++;
        return new Pass(this, refusals);
    }

    /// <summary>How long until a call may go: null for now, zero when that is up to the calls that travel.</summary>
    private TimeSpan? Closed(DateTimeOffset now, out string reason)
    {
        if (pausedUntil > now)
        {
            reason = $"Partner Center has asked to wait with {resource}";
            return pausedUntil - now;
        }

        if (Limit(now) is { } limit && sent.Count >= limit)
        {
            reason = string.Format(CultureInfo.InvariantCulture, "{0} calls a minute are the limit for {1}", limit, resource);
            TimeSpan wait = sent.UntilBelow(limit, now);
            return wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1);
        }

        reason = $"after a pause the calls for {resource} begin one by one";
        return travelling >= width ? TimeSpan.Zero : null;
    }

    private int? Limit(DateTimeOffset now)
    {
        if (learned is { } least)
        {
            TimeSpan since = now - learnedAt;
            if (since < LearnedFor)
            {
                int grown = (int)(least * Math.Pow(GrowthPerMinute, Math.Floor(since.TotalMinutes)));
                return documented < grown ? documented : grown;
            }

            learned = null;
        }

        return documented;
    }

    private DateTimeOffset Now()
    {
        DateTimeOffset now = clock.UtcNow;
        if (sent.MoveTo(now))
        {
            // The clock was set back, as an emulator's is by a reset: what was known belongs to a time that is to come again.
            Unlimit();
        }

        return now;
    }

    private void Unlimit()
    {
        pausedUntil = default;
        learned = null;
        width = int.MaxValue;
    }
}
