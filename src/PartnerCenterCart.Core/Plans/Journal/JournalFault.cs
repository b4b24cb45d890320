using System;

namespace PartnerCenterCart;

/// <summary>Words what is wrong with a journal.</summary>
internal static class JournalFault
{
    public static PartnerException InUse(string path, Exception cause) => new(PartnerErrorKind.JournalInUse, $"The journal '{path}' is in use: another run writes it.", cause)
    {
        RecommendedAction = "Wait until that run is over; Get-PartnerPurchasePlanStatus shows how far it is.",
        NothingWasDone = true,
    };

    public static PartnerException Damaged(string path, string what) => new(PartnerErrorKind.JournalDamaged, $"The journal '{path}' cannot be relied on: {what}. Nothing was sent.")
    {
        RecommendedAction = "It was left as it is. Restore the file as it was; without it, compare Get-PartnerCustomerOrder with the plan before anything is bought anew.",
        NothingWasDone = true,
    };

    public static PartnerException Gone(string path) => new(PartnerErrorKind.JournalDamaged, $"The journal '{path}' is gone, but the file '{path}.lock' beside it says that there was one. Nothing was sent.")
    {
        RecommendedAction = "Put the journal back. Only if what it was about shall be bought once more, delete the .lock file, too.",
        NothingWasDone = true,
    };

    public static PartnerException NotWritable(string path, Exception cause) => new(PartnerErrorKind.JournalDamaged, $"The journal '{path}' cannot be written: {cause.Message}", cause)
    {
        RecommendedAction = "No further purchase was started. Make room or permissions, and run the plan again with the same journal.",
    };

    public static PartnerException Changed(string path, string what) => new(PartnerErrorKind.PlanChanged, $"The plan is not the one that the journal '{path}' was begun with. Nothing was sent.{Environment.NewLine}{what}{Environment.NewLine}")
    {
        RecommendedAction = "Run it with the plan that it was begun with, and put what is new into a plan and a journal of its own.",
        NothingWasDone = true,
    };
}
