using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>
/// Whether the service is down, as all calls of a partner tenant see it. Single calls go on as if it were not here. The calls of bulk
/// runs pause; one of them looks now and then whether the service is back, best by a call that may be repeated, else by a plain
/// read before a call that may not; and when it is, all go on.
/// </summary>
internal sealed class Circuit
{
    /// <summary>So many failures in a row, from so many calls: one call alone may fail for reasons of its own.</summary>
    public const int FailuresToOpen = 5;

    private const int CallsToOpen = 3;

    /// <summary>Until the first look; it doubles with each that finds nothing.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(60);

    private readonly object gate = new();
    private readonly IClock clock;
    private readonly Pump pump;
    private readonly LinkedList<PausedCall> paused = new();
    private readonly HashSet<Guid> failedCalls = new();

    // The runs that were told of this outage, and are to be told of its end: the one call of a run may be the one that looks.
    private readonly Dictionary<RequestContext, PausedCall> runs = new();
    private int failures;
    private bool isDown;
    private bool isLooking;
    private PartnerException? last;
    private DateTimeOffset downSince;
    private DateTimeOffset backSince;
    private DateTimeOffset nextLook;
    private TimeSpan interval;

    public Circuit(IClock clock)
    {
        this.clock = clock;
        pump = new Pump(gate, clock, SendLook);
    }

    /// <summary>Whether calls of bulk runs pause now.</summary>
    public bool IsDown => Volatile.Read(ref isDown);

    /// <summary>Whether a failure looks like a service that is down: nobody answers, or a gateway answers in its place.</summary>
    public static bool LooksDown(PartnerException failure) => failure.Kind switch
    {
        PartnerErrorKind.ConnectionFailed or PartnerErrorKind.Timeout => true,

        // With a code of its own the service is at work, and has a problem with this call.
        PartnerErrorKind.ServiceError => failure.StatusCode is 502 or 503 || (failure.StatusCode != 501 && failure.ServiceCode == null),
        _ => false,
    };

    /// <summary>Waits while the service is down. True: the call is the one that looks whether it is back, and must be reported.</summary>
    public async Task<bool> PassAsync(HttpCall call, Func<CancellationToken, Task<bool>> look, CancellationToken closed, CancellationToken cancellationToken)
    {
        var waiting = new PausedCall(call, look, cancellationToken);
        TimeSpan untilLook;
        PartnerException seen;
        lock (gate)
        {
            if (!isDown)
            {
                return false;
            }

            DateTimeOffset now = clock.UtcNow;
            RequestContext context = call.Request.Context;
            if (context.PausedSince is not { } since || since < downSince)
            {
                context.PausedSince = since = now;
            }

            waiting.Deadline = context.MaximumPause!.Value < DateTimeOffset.MaxValue - since ? since + context.MaximumPause.Value : DateTimeOffset.MaxValue;
            paused.AddLast(waiting);
            runs[context] = waiting;
            LookBeforeItEnds(now);
            untilLook = nextLook > now ? nextLook - now : TimeSpan.Zero;
            seen = last!;
        }

        call.Request.Context.Observer?.Note(CallNote.Paused(call.Request, call.Try + 1, untilLook, seen));
        using CancellationTokenRegistration first = cancellationToken.Register(() => GiveUp(waiting));
        using CancellationTokenRegistration second = closed.Register(() => GiveUp(waiting));
        lock (gate)
        {
            Wake();
        }

        return await waiting.Task.ConfigureAwait(false);
    }

    /// <summary>The service answered a call, whatever it said.</summary>
    public void Worked()
    {
        // The usual case first: nothing to forget.
        if (Volatile.Read(ref failures) == 0 && !IsDown)
        {
            return;
        }

        PausedCall[] released;
        PausedCall[] told;
        TimeSpan outage;
        lock (gate)
        {
            failures = 0;
            failedCalls.Clear();
            if (!isDown)
            {
                return;
            }

            isDown = false;
            isLooking = false;
            backSince = clock.UtcNow;
            outage = backSince - downSince;
            released = paused.ToArray();
            paused.Clear();
            told = runs.Values.ToArray();
            runs.Clear();
        }

        Array.ForEach(told, run => run.Request.Context.Observer?.Note(CallNote.Resumed(run.Request, run.Try, outage)));
        Array.ForEach(released, waiting => waiting.Release(isLook: false));
    }

    /// <summary>A try failed as if the service were down.</summary>
    public void Failed(HttpCall call, PartnerException failure)
    {
        lock (gate)
        {
            last = failure;
            failures++;
            if (failedCalls.Count < CallsToOpen)
            {
                failedCalls.Add(call.Request.RequestId);
            }

            if (!isDown && failures >= FailuresToOpen && failedCalls.Count >= CallsToOpen)
            {
                Open();
            }
        }
    }

    /// <summary>A call that ran out of tries looked at the service, and nobody answered it either.</summary>
    public void Open(PartnerException failure)
    {
        lock (gate)
        {
            last = failure;
            if (!isDown)
            {
                Open();
            }
        }
    }

    /// <summary>The look that a call made is over and did not find the service.</summary>
    public void LookedInVain()
    {
        PausedCall[] told = Array.Empty<PausedCall>();
        TimeSpan wait = default;
        lock (gate)
        {
            if (!isDown || !isLooking)
            {
                return;
            }

            isLooking = false;
            interval = interval + interval < LongestLook ? interval + interval : LongestLook;
            wait = last?.RetryAfter > interval ? last.RetryAfter.Value : interval;
            nextLook = clock.UtcNow + wait;
            LookBeforeItEnds(clock.UtcNow);
            wait = nextLook - clock.UtcNow;
            told = runs.Values.ToArray();
            Wake();
        }

        Array.ForEach(told, run => run.Request.Context.Observer?.Note(CallNote.Paused(run.Request, run.Try, wait, last!)));
    }

    private void Open()
    {
        DateTimeOffset now = clock.UtcNow;

        // Down again as soon as it was back: it is not asked more often than before.
        interval = interval > TimeSpan.Zero && now - backSince < LongestLook ? interval : FirstLook;
        isDown = true;
        isLooking = false;
        downSince = now;
        nextLook = now + (last?.RetryAfter > interval ? last.RetryAfter.Value : interval);
        Wake();
    }

    // A pause that ends before the next look is due ends with a look, unless the service itself said that it is not back by then.
    private void LookBeforeItEnds(DateTimeOffset now)
    {
        DateTimeOffset[] ends = paused.Select(waiting => waiting.Deadline).Where(deadline => deadline > now && deadline < nextLook).ToArray();
        if (ends.Length > 0 && (last?.RetryAfter is not { } asked || asked <= interval))
        {
            nextLook = ends.Min();
        }
    }

    private void GiveUp(PausedCall waiting)
    {
        Action? idle = null;
        lock (gate)
        {
            paused.Remove(waiting);
            if (paused.Count == 0)
            {
                idle = pump.Stop();
            }
        }

        idle?.Invoke();
        waiting.GiveUp();
    }

    private void Wake()
    {
        if (isDown && !isLooking && paused.Count > 0)
        {
            pump.Start();
        }
    }

    /// <summary>Sends one call to look when that is due; what comes of the look wakes the loop again.</summary>
    private TimeSpan? SendLook()
    {
        DateTimeOffset now = clock.UtcNow;
        bool isLookDue = isDown && !isLooking && paused.Count > 0 && nextLook <= now;

        // Whose pause ends now hears of the look that is due now.
        foreach (PausedCall late in paused.Where(waiting => !isLookDue && waiting.Deadline <= now).ToArray())
        {
            paused.Remove(late);
            late.Fail(last!);
        }

        if (!isDown || isLooking || paused.Count == 0)
        {
            return null;
        }

        if (isLookDue)
        {
            PausedCall looker = paused.FirstOrDefault(waiting => waiting.Request.RetryClass != RetryClass.Write) ?? paused.First!.Value;
            isLooking = true;
            _ = Task.Run(() => LookAsync(looker), CancellationToken.None);
            return null;
        }

        DateTimeOffset due = paused.Min(waiting => waiting.Deadline);
        return (due < nextLook ? due : nextLook) - now;
    }

    private async Task LookAsync(PausedCall looker)
    {
        // A call that may not be repeated is not risked before a plain read got through.
        bool mayGo = looker.Request.RetryClass != RetryClass.Write || await looker.LookAsync().ConfigureAwait(false);
        if (mayGo)
        {
            lock (gate)
            {
                paused.Remove(looker);
            }

            if (looker.Release(isLook: true))
            {
                return;
            }
        }

        LookedInVain();
    }
}
