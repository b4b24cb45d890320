namespace PartnerCenterCart;

/// <summary>What happened during a call.</summary>
public enum CallNoteKind
{
    /// <summary>A try is about to be sent.</summary>
    Sending,

    /// <summary>A try was answered.</summary>
    Answered,

    /// <summary>A try ended without an answer.</summary>
    Lost,

    /// <summary>The next try waits.</summary>
    Waiting,
}
