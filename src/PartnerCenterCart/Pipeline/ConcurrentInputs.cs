using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Handles many inputs of a cmdlet at once, at most so many. Each runs elsewhere; what it has to write is written on the pipeline
/// thread, as the inputs complete and not in their order. Where the pipeline ends early, by an error under -ErrorAction Stop or by a
/// Select-Object that has enough, no further input starts, and what is under way is waited for: what was bought comes out, or is
/// told by a warning where nobody takes it any more. Ctrl+C waits for nothing. Use it on the pipeline thread.
/// </summary>
internal sealed class ConcurrentInputs
{
    private readonly CallBridge bridge;
    private readonly int limit;
    private readonly Action<string> warn;
    private readonly CancellationToken stop;
    private int running;
    private bool isEnding;
    private Exception? defect;

    /// <param name="bridge">Where the inputs post what is to be written.</param>
    /// <param name="limit">How many run at once.</param>
    /// <param name="warn">Tells what nobody takes any more.</param>
    /// <param name="stop">Ctrl+C.</param>
    public ConcurrentInputs(CallBridge bridge, int limit, Action<string> warn, CancellationToken stop)
    {
        this.bridge = bridge;
        this.limit = limit;
        this.warn = warn;
        this.stop = stop;
    }

    /// <summary>
    /// Starts an input, as soon as fewer than the limit run; meanwhile what the others have to write is written. It gets a way to have
    /// something written, with the words for it in case that nobody takes it, and should handle its own failures: any other
    /// exception than that of a stop comes out here, or in <see cref="Finish"/>.
    /// </summary>
    public void Start(Func<Action<Action, Func<string?>>, CancellationToken, Task> input)
    {
        bridge.DoWhatIsThere();
        while (running >= limit)
        {
            bridge.DoNext(stop);
        }

        ThrowDefect();
        stop.ThrowIfCancellationRequested();
        running++;
        Task<bool>? task = null;
        task = bridge.Start(
            async token =>
            {
                await input((write, words) => bridge.Post(() => Do(write, words)), token).ConfigureAwait(false);
                return true;
            },
            () => End(task!),
            stop);
    }

    /// <summary>Until all have ended.</summary>
    public void Finish()
    {
        while (running > 0)
        {
            bridge.DoNext(stop);
        }

        ThrowDefect();
    }

    /// <summary>The pipeline ends by an exception: waits for what is under way, unless it was stopped.</summary>
    public void End()
    {
        isEnding = true;
        try
        {
            while (running > 0)
            {
                bridge.DoNext(stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C now ends this, too.
        }
    }

    private void End(Task<bool> task)
    {
        running--;
        defect ??= task.IsFaulted ? task.Exception!.GetBaseException() : null;
    }

    private void Do(Action write, Func<string?> words)
    {
        if (!isEnding)
        {
            write();
            return;
        }

        try
        {
            write();
        }
        catch (Exception)
        {
            Warn(words());
        }
    }

    private void Warn(string? words)
    {
        if (words == null)
        {
            return;
        }

        try
        {
            warn(words);
        }
        catch (Exception)
        {
            // Even warnings end this pipeline; what ended it first is what counts.
        }
    }

    private void ThrowDefect()
    {
        if (defect is { } broken)
        {
            defect = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(broken).Throw();
        }
    }
}
