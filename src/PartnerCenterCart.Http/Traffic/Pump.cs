using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>
/// A loop in the background that sleeps on a clock until there is something to do: one sleeps for all who wait, because on an
/// emulator's clock, which each sleep moves, their waits would add up. Start and stop it under the owner's lock.
/// </summary>
internal sealed class Pump
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly object gate;
    private readonly IClock clock;
    private readonly Func<TimeSpan?> step;
    private Action? end;

    /// <param name="gate">The owner's lock.</param>
    /// <param name="clock">What it sleeps on.</param>
    /// <param name="step">Does what is due, under the lock, and says how long to sleep; null ends the loop.</param>
    public Pump(object gate, IClock clock, Func<TimeSpan?> step)
    {
        this.gate = gate;
        this.clock = clock;
        this.step = step;
    }

    /// <summary>Starts it unless it runs.</summary>
    public void Start()
    {
        if (end == null)
        {
            var sleep = new CancellationTokenSource();
            Action mine = end = sleep.Cancel;
            _ = Task.Run(() => RunAsync(mine, sleep.Token), CancellationToken.None);
        }
    }

    /// <summary>Nobody waits any more. What comes back wakes the loop, and is to be called outside the lock.</summary>
    public Action? Stop()
    {
        Action? sleeping = end;
        end = null;
        return sleeping;
    }

    private async Task RunAsync(Action mine, CancellationToken awake)
    {
        while (true)
        {
            TimeSpan? wait;
            lock (gate)
            {
                if (end != mine)
                {
                    return;
                }

                wait = step();
                if (wait == null)
                {
                    end = null;
                    return;
                }
            }

            try
            {
                await clock.DelayAsync(wait.Value, awake).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Stopped; the next round sees it.
            }
            catch (Exception)
            {
                // A clock that fails, as one of a closed emulator: those who wait must not wait for ever.
                await Task.Delay(AfterFailure, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
