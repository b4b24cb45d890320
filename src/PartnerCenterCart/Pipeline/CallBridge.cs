using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Between the asynchronous core and the pipeline thread: calls run elsewhere, one or several at a time, and the pipeline thread
/// waits on a queue of things to do and does them in order: it shows notes, and runs what must run in the user's runspace. The
/// stop token ends the wait at once, whatever the calls are doing.
/// </summary>
internal sealed class CallBridge : ICallObserver
{
    // Flows with the call, so that a token store deep inside it finds the pipeline that it was called from.
    private static readonly AsyncLocal<CallBridge?> OfCall = new();

    private readonly Action<CallNote> show;
    private readonly Action<string> warn;
    private readonly bool wantsEverything;
    private readonly bool showsLater;
    private readonly List<CallNote> later = new();

    // Never disposed of: a call that nobody waits for any more may still post.
    private readonly BlockingCollection<Action> queue = Unowned();

    /// <param name="show">Shows a note on the pipeline thread.</param>
    /// <param name="warn">Warns on the pipeline thread.</param>
    /// <param name="wantsEverything">Whether every note is shown, not only waits.</param>
    /// <param name="wantsContent">Whether headers and bodies are wanted.</param>
    /// <param name="showsLater">
    /// Whether notes wait until the result of the call is out: to a preference of Stop on a mere note a purchase must not lose
    /// its orders.
    /// </param>
    public CallBridge(Action<CallNote> show, Action<string> warn, bool wantsEverything, bool wantsContent, bool showsLater)
    {
        this.showsLater = showsLater;
        this.show = show;
        this.warn = warn;
        this.wantsEverything = wantsEverything || wantsContent;
        WantsContent = wantsContent;
    }

    public bool WantsContent { get; }

    /// <summary>Warns in the pipeline whose call this is; nobody hears it where there is none.</summary>
    public static void Warn(string message)
    {
        if (OfCall.Value is { } bridge)
        {
            bridge.Post(() => bridge.warn(message));
        }
    }

    /// <summary>Runs something on the pipeline thread of the running call, and waits for it.</summary>
    public static async Task<T> OnPipelineAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        CallBridge bridge = OfCall.Value ?? throw new InvalidOperationException("There is no pipeline to run this in.");
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration stop = cancellationToken.Register(() => done.TrySetCanceled(cancellationToken));

        // What the work calls in its turn belongs to this call.
        ExecutionContext? context = ExecutionContext.Capture();
        Action complete = () => Complete(done, work);
        bridge.Post(context == null ? complete : () => ExecutionContext.Run(context, run => ((Action)run!)(), complete));
        return await done.Task.ConfigureAwait(false);
    }

    void ICallObserver.Note(CallNote note)
    {
        // A wait is worth a word even when nobody asked for a verbose line per call. When the user has stopped the pipeline,
        // nobody reads the queue any more, and it goes with the call.
        bool isWarning = note.Kind is CallNoteKind.Waiting or CallNoteKind.Paused or CallNoteKind.Resumed;
        if (wantsEverything || isWarning)
        {
            bool isForLater = showsLater && !isWarning;
            Post(() => (isForLater ? later.Add : show)(note));
        }
    }

    /// <summary>Shows what had to wait for the result.</summary>
    public void ShowLater()
    {
        CallNote[] notes = later.ToArray();
        later.Clear();
        Array.ForEach(notes, note => show(note));
    }

    public T Run<T>(Func<CancellationToken, Task<T>> call, CancellationToken stop) => Run((_, token) => call(token), stop);

    /// <summary>Runs a call that has something to write while it goes on: what it posts is done on the pipeline thread, in order.</summary>
    public T Run<T>(Func<Action<Action>, CancellationToken, Task<T>> call, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        bool isOver = false;
        Task<T> task = Start(token => call(Post, token), () => isOver = true, end.Token);
        try
        {
            while (!isOver)
            {
                DoNext(stop);
            }
        }
        catch
        {
            // The pipeline ends here, by Ctrl+C or by a preference of Stop: what is not sent yet must not be.
            end.Cancel();
            throw;
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Runs a call beside others. What is to be done when it has ended, well or badly, is done on the pipeline thread.</summary>
    public Task<T> Start<T>(Func<CancellationToken, Task<T>> call, Action ended, CancellationToken stop)
    {
        Task<T> task = Task.Run(
            () =>
            {
                OfCall.Value = this;
                return call(stop);
            },
            stop);
        task.ContinueWith(
            done =>
            {
                // Looked at, so that a call which nobody waits for any more ends without a word.
                _ = done.Exception;
                Post(ended);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }

    /// <summary>Has something done on the pipeline thread, after what was posted before.</summary>
    public void Post(Action action) => queue.Add(action, CancellationToken.None);

    /// <summary>Waits for the next thing to do, and does it; only on the pipeline thread.</summary>
    public void DoNext(CancellationToken stop) => queue.Take(stop)();

    /// <summary>Does what is there without waiting.</summary>
    public void DoWhatIsThere()
    {
        while (queue.TryTake(out Action? action))
        {
            action();
        }
    }

    private static BlockingCollection<Action> Unowned() => new();

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        try
        {
            done.TrySetResult(work());
        }
        catch (Exception e)
        {
            done.TrySetException(e);
            if (e is System.Management.Automation.PipelineStoppedException)
            {
                throw;
            }
        }
    }
}
