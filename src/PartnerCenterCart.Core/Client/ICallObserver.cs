namespace PartnerCenterCart;

/// <summary>Hears what happens during a call. Called from any thread; must not block.</summary>
public interface ICallObserver
{
    /// <summary>Whether headers and bodies are wanted; they cost a copy.</summary>
    bool WantsContent { get; }

    /// <summary>One thing that happened, in order.</summary>
    void Note(CallNote note);
}
