using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Writes for many at once: what is handed in while the disk is busy goes out together with the next flush, so that the number of
/// flushes hangs on the disk and not on the number of purchases.
/// </summary>
internal sealed class GroupCommit
{
    private readonly object gate = new();
    private readonly Stream stream;
    private readonly Action flush;
    private List<Waiting> waiting = new();
    private bool isWriting;
    private Exception? broken;

    /// <param name="stream">Where to append.</param>
    /// <param name="flush">Returns when everything written is on the disk.</param>
    public GroupCommit(Stream stream, Action flush)
    {
        this.stream = stream;
        this.flush = flush;
    }

    /// <summary>Ends when the bytes are on the disk. Order is that of the calls, so the caller numbers its lines under a lock of its own.</summary>
    public Task AppendAsync(byte[] bytes)
    {
        var entry = new Waiting(bytes);
        lock (gate)
        {
            if (broken != null)
            {
                return Task.FromException(broken);
            }

            waiting.Add(entry);
            if (isWriting)
            {
                return entry.Done.Task;
            }

            isWriting = true;
        }

        _ = Task.Run(WriteWaiting);
        return entry.Done.Task;
    }

    private void WriteWaiting()
    {
        while (true)
        {
            List<Waiting> batch;
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    isWriting = false;
                    return;
                }

                batch = waiting;
                waiting = new List<Waiting>();
            }

            try
            {
                byte[] bytes = batch.SelectMany(entry => entry.Bytes).ToArray();
                stream.Write(bytes, 0, bytes.Length);
                flush();
            }
            catch (Exception e)
            {
                // Whatever it is: those who wait must hear of it.
                Break(e, batch);
                return;
            }

            batch.ForEach(entry => entry.Done.TrySetResult(true));
        }
    }

    // After a write that failed nobody knows what is in the file, so nothing more may be announced in it.
    private void Break(Exception e, List<Waiting> batch)
    {
        lock (gate)
        {
            broken = e;
            isWriting = false;
            batch.AddRange(waiting);
            waiting.Clear();
        }

        batch.ForEach(entry => entry.Done.TrySetException(e));
    }

    private sealed class Waiting
    {
        public Waiting(byte[] bytes) => Bytes = bytes;

        public byte[] Bytes { get; }

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
