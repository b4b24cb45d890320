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

    /// <summary>A try waits for its turn: the service allows no more calls now. Delay is how long at least, Reason why.</summary>
    Held,

    /// <summary>The service is down, and the call of a bulk run waits. Delay is the time until somebody looks again, Failure what was seen last.</summary>
    Paused,

    /// <summary>The service is back, and the call goes on. Elapsed is how long it was gone.</summary>
    Resumed,
}
