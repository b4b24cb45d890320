namespace PartnerCenterCart;

/// <summary>How far a cart of a plan is, as far as the journal knows.</summary>
internal enum CartStage
{
    /// <summary>Nothing was announced, or what was is certain to be over without a purchase.</summary>
    None,

    /// <summary>A cart was or will be asked for; it may exist.</summary>
    Creating,

    /// <summary>The cart exists and was not checked out.</summary>
    Created,

    /// <summary>The checkout was announced: it may have been made.</summary>
    CheckingOut,

    /// <summary>Every row is bought, or certain not to be.</summary>
    Settled,
}
