using System;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Between the asynchronous core and the pipeline thread: the call runs elsewhere, the pipeline thread waits on a queue of
/// notes and shows them in order. The stop token ends the wait at once, whatever the call is doing.
/// </summary>
internal sealed class CallBridge : ICallObserver
{
    private readonly Action<CallNote> show;
    private readonly bool wantsEverything;
    private BlockingCollection<Action?>? notes;

    public CallBridge(Action<CallNote> show, bool wantsEverything, bool wantsContent)
    {
        this.show = show;
        this.wantsEverything = wantsEverything || wantsContent;
        WantsContent = wantsContent;
    }

    public bool WantsContent { get; }

    /// <summary>What showing a note threw; it is due when the result of the call is out.</summary>
    public Exception? Refused { get; set; }

    void ICallObserver.Note(CallNote note)
    {
        // A wait is worth a word even when nobody asked for a verbose line per call. When the user has stopped the pipeline,
        // nobody reads the queue any more, and it goes with the call.
        if (wantsEverything || note.Kind == CallNoteKind.Waiting)
        {
            notes?.Add(() => Show(note));
        }
    }

    public T Run<T>(Func<Task<T>> call, CancellationToken stop) => Run(_ => call(), stop);

    /// <summary>Runs a call that has something to write while it goes on: what it posts is done on the pipeline thread, in order.</summary>
    public T Run<T>(Func<Action<Action>, Task<T>> call, CancellationToken stop)
    {
        var queue = new BlockingCollection<Action?>();
        notes = queue;
        Task<T> task = Task.Run(() => call(queue.Add), stop);

        // The end is a note, too: CompleteAdding would wake this thread by two exceptions, which cost more than the call.
        task.ContinueWith(
            ended =>
            {
                // Looked at, so that a call which nobody waits for any more ends without a word.
                _ = ended.Exception;
                queue.Add(null);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        while (queue.Take(stop) is { } step)
        {
            step();
        }

        return task.GetAwaiter().GetResult();
    }

    private void Show(CallNote note)
    {
        try
        {
            if (Refused == null)
            {
                show(note);
            }
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            // A preference of Stop on a mere note must not lose a purchase that is under way: the result comes out first.
            Refused = e;
        }
    }
}
