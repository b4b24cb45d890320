using System;
using System.Collections.Generic;
using System.Threading;

namespace PartnerCenterCart.Commands;

/// <summary>One at a time for each key: two runspaces that change the same cart must not undo each other's change.</summary>
internal sealed class KeyedGate
{
    private readonly Dictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the key; dispose of the result to let the next one in.</summary>
    public IDisposable Enter(string key, CancellationToken stop)
    {
        Gate gate;
        lock (gates)
        {
            if (!gates.TryGetValue(key, out gate!))
            {
                gates[key] = gate = new Gate();
            }

            gate.Users++;
        }

        try
        {
            gate.Turn.Wait(stop);
            return new Holder(this, key, gate, entered: true);
        }
        catch (OperationCanceledException)
        {
            new Holder(this, key, gate, entered: false).Dispose();
            throw;
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Holder : IDisposable
    {
        private readonly KeyedGate owner;
        private readonly string key;
        private readonly Gate gate;
        private readonly bool entered;

        public Holder(KeyedGate owner, string key, Gate gate, bool entered)
        {
            this.owner = owner;
            this.key = key;
            this.gate = gate;
            this.entered = entered;
        }

        public void Dispose()
        {
            if (entered)
            {
                gate.Turn.Release();
            }

            lock (owner.gates)
            {
                if (--gate.Users == 0)
                {
                    owner.gates.Remove(key);
                    gate.Turn.Dispose();
                }
            }
        }
    }
}
