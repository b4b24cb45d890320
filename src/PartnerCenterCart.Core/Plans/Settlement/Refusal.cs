namespace PartnerCenterCart;

/// <summary>What a failed call means for a purchase.</summary>
internal static class Refusal
{
    private const string InProgress = "800060";
    private const string Busy = "800064";
    private const string NoSuchCart = "800008";

    /// <summary>Whether the service said no, and asking the same again would get the same answer.</summary>
    public static bool IsFinal(PartnerException e) => e.Kind switch
    {
        PartnerErrorKind.BadRequest => e.ServiceCode != ServiceCodes.AlreadySubmitted,
        PartnerErrorKind.Forbidden or PartnerErrorKind.NotFound or PartnerErrorKind.InvalidInput => true,
        PartnerErrorKind.Conflict => !IsInProgress(e.ServiceCode) && e.ServiceCode != ServiceCodes.AlreadySubmitted,
        PartnerErrorKind.ServiceError => ServiceCodes.SaysThatItFailed(e.ServiceCode),
        _ => false,
    };

    /// <summary>Whether every other purchase would fail in the same way, so that none should be begun.</summary>
    public static bool EndsRun(PartnerException e) =>
        e.Kind is PartnerErrorKind.NotConnected or PartnerErrorKind.Unauthorized or PartnerErrorKind.ServiceDown or PartnerErrorKind.JournalDamaged
        || e.ServiceCode is "900329" or "900308" or "900309" or "900421";

    public static bool IsInProgress(string? code) => code is InProgress or Busy;

    /// <summary>The service says that there is no such cart (any more). A 404 that does not say so can come from what stands in between.</summary>
    public static bool IsCartGone(PartnerException e) => e.Kind == PartnerErrorKind.NotFound && e.ServiceCode == NoSuchCart;
}
