namespace PartnerCenterCart;

/// <summary>What has become of a row of a plan.</summary>
public enum PlanRowState
{
    /// <summary>Nothing was done for it yet.</summary>
    Planned,

    /// <summary>It was begun and is certain not to be bought yet. Running the plan again goes on with it.</summary>
    Open,

    /// <summary>The checkout was announced, and what came of it is not in the journal: it is under way, or the run ended before it knew. Running the plan again settles it.</summary>
    CheckingOut,

    /// <summary>It may or may not be bought, and the service did not tell. It is never bought anew before that is certain; running the plan again asks again.</summary>
    OutcomeUnknown,

    /// <summary>It is bought.</summary>
    Ordered,

    /// <summary>The service refused it: it is certain not to be bought.</summary>
    Failed,
}
