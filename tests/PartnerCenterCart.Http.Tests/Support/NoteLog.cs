using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Keeps every note.</summary>
internal sealed class NoteLog(bool wantsContent = false) : ICallObserver
{
    private readonly ConcurrentQueue<CallNote> notes = new();

    public bool WantsContent => wantsContent;

    public IReadOnlyList<CallNote> Notes => [.. notes];

    public int Tries => notes.Count(note => note.Kind == CallNoteKind.Sending);

    public void Note(CallNote note) => notes.Enqueue(note);
}
