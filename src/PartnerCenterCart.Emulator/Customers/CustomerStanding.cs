namespace PartnerCenterCart.Emulation;

/// <summary>What stands between a customer and a purchase.</summary>
internal enum CustomerStanding
{
    Good,

    /// <summary>800073: the account is under review.</summary>
    UnderReview,

    /// <summary>800075: the account was rejected.</summary>
    Rejected,

    /// <summary>900416: locked or not approved for purchases (newer-facts.md).</summary>
    Locked,

    /// <summary>900416: the account was never validated (validation status Unknown).</summary>
    Unknown,

    /// <summary>The validation has not begun (Not Ready); purchases are accepted.</summary>
    NotReady,

    /// <summary>No validation status at all (404/600074), which does not block purchases.</summary>
    NoStatus,

    /// <summary>20002: the tenant exists, but is no customer of this partner.</summary>
    NoRelation,
}
