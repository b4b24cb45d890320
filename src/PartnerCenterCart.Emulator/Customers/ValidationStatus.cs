namespace PartnerCenterCart.Emulation;

/// <summary>ValidationStatus (models.md section 2).</summary>
internal sealed record ValidationStatus
{
    public string? Type { get; init; }

    public string? Status { get; init; }

    /// <summary>Without an offset, as published.</summary>
    public string? LastUpdateDateTime { get; init; }

    /// <summary>Null where the service knows of no status.</summary>
    public static string? Of(CustomerStanding standing) => standing switch
    {
        CustomerStanding.UnderReview => "UnderReview",
        CustomerStanding.Rejected or CustomerStanding.Locked => "NotAllowed",
        CustomerStanding.Unknown => "Unknown",
        CustomerStanding.NotReady => "Not Ready",
        CustomerStanding.NoStatus => null,
        _ => "Allowed",
    };
}
