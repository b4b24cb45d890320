using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Http;

/// <summary>
/// Who waits for a turn: callers in turns, the calls of one caller in order. A caller with a thousand calls and one with a single
/// call each get every second turn. Not thread-safe.
/// </summary>
internal sealed class TurnQueue
{
    private readonly LinkedList<CallerQueue> callers = new();
    private readonly Dictionary<Guid, LinkedListNode<CallerQueue>> byCaller = new();

    /// <summary>Waiting turns that nobody has given up.</summary>
    public int Count { get; private set; }

    /// <param name="turn">What waits.</param>
    /// <param name="isFirst">Before the others of the same caller: it was sent once already.</param>
    public void Add(Turn turn, bool isFirst)
    {
        if (!byCaller.TryGetValue(turn.Caller, out LinkedListNode<CallerQueue>? caller))
        {
            byCaller[turn.Caller] = caller = callers.AddLast(new CallerQueue(turn.Caller));
        }

        turn.Place = isFirst ? caller.Value.Turns.AddFirst(turn) : caller.Value.Turns.AddLast(turn);
        Count++;
    }

    /// <summary>The next one; its caller goes to the end of the line.</summary>
    public Turn Take()
    {
        LinkedListNode<CallerQueue> caller = callers.First!;
        Turn turn = caller.Value.Turns.First!.Value;
        Remove(turn);
        if (caller.List != null)
        {
            callers.Remove(caller);
            callers.AddLast(caller);
        }

        return turn;
    }

    /// <summary>Takes one out that was given up; nothing when it had its turn.</summary>
    public void Remove(Turn turn)
    {
        if (turn.Place == null)
        {
            return;
        }

        LinkedListNode<CallerQueue> caller = byCaller[turn.Caller];
        caller.Value.Turns.Remove(turn.Place);
        turn.Place = null;
        Count--;
        if (caller.Value.Turns.Count == 0)
        {
            callers.Remove(caller);
            byCaller.Remove(turn.Caller);
        }
    }

    private sealed class CallerQueue
    {
        public CallerQueue(Guid caller) => Caller = caller;

        public Guid Caller { get; }

        public LinkedList<Turn> Turns { get; } = new();
    }
}
