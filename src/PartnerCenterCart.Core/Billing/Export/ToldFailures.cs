using System.Globalization;

namespace PartnerCenterCart;

/// <summary>
/// How many rows that are left out are told one by one: a file of two million of them must not become two million errors. The others are
/// counted, and told together at the end.
/// </summary>
internal sealed class ToldFailures
{
    /// <summary>Each of the first so many is an error of its own.</summary>
    public const int Most = 100;

    private int told;
    private long untold;

    /// <summary>Whether the next one is an error of its own; counts it.</summary>
    public bool IsNext()
    {
        if (told == Most)
        {
            untold++;
            return false;
        }

        told++;
        return true;
    }

    /// <summary>What tells of all others together, once; null where there are none.</summary>
    public string? Rest(string what)
    {
        string? text = untold == 0 ? null
            : $"{untold.ToString(CultureInfo.InvariantCulture)} more rows of {what} are left out; only the first {Most.ToString(CultureInfo.InvariantCulture)} have an error of their own.";
        untold = 0;
        return text;
    }
}
