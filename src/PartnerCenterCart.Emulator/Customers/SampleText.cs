using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>Invented names and ids, the same for the same key in every run.</summary>
internal static class SampleText
{
    private static readonly string[] FirstNames = ["Ada", "Bela", "Cora", "Dario", "Edda", "Finn", "Gesa", "Hugo", "Ines", "Jonas", "Kaja", "Lev"];
    private static readonly string[] LastNames = ["Ahorn", "Birch", "Cedar", "Dorn", "Elm", "Fichte", "Gorse", "Hazel", "Ivy", "Juniper", "Kiefer", "Linden"];

    public static (string First, string Last) Person(string key)
    {
        ulong hash = StableHash.Of(key + "/person");
        return (FirstNames[(int)(hash % (ulong)FirstNames.Length)], LastNames[(int)(hash / 64 % (ulong)LastNames.Length)]);
    }

    public static string Guid(string key)
    {
        string text = StableHash.Of(key).ToString("x16", CultureInfo.InvariantCulture) + StableHash.Of(key + "/2").ToString("x16", CultureInfo.InvariantCulture);
        return System.Guid.ParseExact(text, "N").ToString();
    }
}
