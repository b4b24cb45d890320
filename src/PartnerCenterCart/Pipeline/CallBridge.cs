using System;
using System.Collections.Concurrent;
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
    private BlockingCollection<CallNote>? notes;

    public CallBridge(Action<CallNote> show, bool wantsEverything, bool wantsContent)
    {
        this.show = show;
        this.wantsEverything = wantsEverything || wantsContent;
        WantsContent = wantsContent;
    }

    public bool WantsContent { get; }

    void ICallObserver.Note(CallNote note)
    {
        // A wait is worth a word even when nobody asked for a verbose line per call.
        if (!wantsEverything && note.Kind != CallNoteKind.Waiting)
        {
            return;
        }

        try
        {
            notes?.TryAdd(note);
        }
        catch (InvalidOperationException)
        {
            // The user stopped the pipeline while the call was still under way: nobody listens any more.
        }
    }

    public T Run<T>(Func<Task<T>> call, CancellationToken stop)
    {
        var queue = new BlockingCollection<CallNote>();
        notes = queue;
        Task<T> task = Task.Run(call, stop);
        task.ContinueWith(_ => queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (CallNote note in queue.GetConsumingEnumerable(stop))
        {
            show(note);
        }

        return task.GetAwaiter().GetResult();
    }
}
