using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>ParticipantType and partner ids (models.md section 5; behaviours.md sections 6.9 and 11).</summary>
internal static class ParticipantCheck
{
    /// <summary>The emulated partner's own id: an indirect provider may not name itself (2072).</summary>
    public const string OwnPartnerId = "1000001";

    private const string Transaction = "transactionreseller";
    private const string Additional = "additionaltransactionreseller";

    // The position is the number of the enum.
    private static readonly string[] Types = ["unknown", Transaction, "consumptionreseller", Additional];

    public static void Check(Participant? participant)
    {
        if (participant?.Key is null || Number(participant.Key) < 0)
        {
            throw new ServiceFault("900126", "'" + participant?.Key + "' is not a participant type.");
        }

        if (string.IsNullOrEmpty(participant.Value) || !participant.Value!.All(char.IsDigit))
        {
            throw new ServiceFault("800015", "The partner id '" + participant.Value + "' is unknown.");
        }

        if (participant.Value == OwnPartnerId)
        {
            throw new ServiceFault("2072");
        }
    }

    public static bool IsTransactionReseller(Participant participant) => Number(participant.Key!) == 1;

    public static bool IsAdditionalReseller(Participant participant) => Number(participant.Key!) == 3;

    private static int Number(string key)
    {
        string plain = EnumText.Plain(key);
        for (int number = 0; number < Types.Length; number++)
        {
            if (Types[number] == plain || number.ToString(System.Globalization.CultureInfo.InvariantCulture) == plain)
            {
                return number;
            }
        }

        return -1;
    }
}
