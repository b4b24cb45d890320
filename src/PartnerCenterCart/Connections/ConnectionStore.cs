using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Threading;

namespace PartnerCenterCart.Commands;

/// <summary>The current connections: one of the process, and one of a runspace where it was asked for.</summary>
internal static class ConnectionStore
{
    private static readonly ConditionalWeakTable<Runspace, Holder> OfRunspace = new();
    private static readonly List<Entry> Entries = new();
    private static PartnerContext? ofProcess;

    // Not when the module is removed: one runspace that imports it anew must not close the connection of all the others.
    static ConnectionStore() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Clear();

    public static PartnerContext? Current => RunspaceHolder is { } here && (here.HasNone || here.Context != null) ? here.Context : Volatile.Read(ref ofProcess);

    private static Holder? RunspaceHolder =>
        Runspace.DefaultRunspace is { } runspace && OfRunspace.TryGetValue(runspace, out Holder? holder) ? holder : null;

    /// <summary>Makes it current; the one that it replaces stays open for those who hold it with -Connection.</summary>
    public static void Use(PartnerContext context)
    {
        Guid? home = context.Scope == PartnerContextScope.Runspace ? Runspace.DefaultRunspace?.InstanceId : null;
        lock (Entries)
        {
            Entries.RemoveAll(entry => entry.Open == null);
            Entries.Add(new Entry(new WeakReference<PartnerContext>(context), home));
        }

        if (context.Scope == PartnerContextScope.Runspace && Runspace.DefaultRunspace is { } runspace)
        {
            OfRunspace.GetOrCreateValue(runspace).Set(context, false);
        }
        else
        {
            Interlocked.Exchange(ref ofProcess, context);

            // Whoever connects last means that connection: one that this runspace had for itself must not go on buying.
            RunspaceHolder?.Set(null, false);
        }
    }

    /// <summary>
    /// This runspace has no current connection any more. One that wanted a connection for itself leaves the process its own,
    /// which is in use elsewhere, but does not fall back on it.
    /// </summary>
    public static void ForgetCurrent(PartnerContextScope scope)
    {
        if (scope == PartnerContextScope.Runspace && Runspace.DefaultRunspace is { } runspace)
        {
            OfRunspace.GetOrCreateValue(runspace).Set(null, true);
            return;
        }

        RunspaceHolder?.Set(null, false);
        Interlocked.Exchange(ref ofProcess, null);
    }

    /// <summary>What is open and may be used here, oldest first. Weak, so that a connection that nobody holds can go.</summary>
    public static PartnerContext[] Available()
    {
        Guid? here = Runspace.DefaultRunspace?.InstanceId;
        lock (Entries)
        {
            return Entries.Where(entry => entry.Home == null || entry.Home == here).Select(entry => entry.Open!).Where(context => context != null).ToArray();
        }
    }

    /// <summary>It is current nowhere any more.</summary>
    public static void Forget(PartnerContext context)
    {
        Interlocked.CompareExchange(ref ofProcess, null, context);
        if (RunspaceHolder is { } holder && ReferenceEquals(holder.Context, context))
        {
            holder.Set(null, false);
        }
    }

    /// <summary>Closes the connection of the process; an emulator writes the rest of its state.</summary>
    public static void Clear() => Interlocked.Exchange(ref ofProcess, null)?.Dispose();

    private sealed record Entry(WeakReference<PartnerContext> Context, Guid? Home)
    {
        public PartnerContext? Open => Context.TryGetTarget(out PartnerContext? context) && !context.IsClosed ? context : null;
    }

    private sealed class Holder
    {
        public PartnerContext? Context { get; private set; }

        public bool HasNone { get; private set; }

        public void Set(PartnerContext? context, bool hasNone)
        {
            Context = context;
            HasNone = hasNone;
        }
    }
}
