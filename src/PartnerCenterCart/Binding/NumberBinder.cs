using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Numbers as users write them, not by PowerShell's own rules: to those '2,5' is 25, '1kb' is 1024, and 2.5 licences are 2.</summary>
internal static class NumberBinder
{
    /// <summary>Null for what is no number.</summary>
    public static decimal? Read(object? value)
    {
        object? bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is string text)
        {
            const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
            return decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out decimal parsed) ? parsed : null;
        }

        bool isNumber = bare is byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal or System.Numerics.BigInteger;
        return isNumber && LanguagePrimitives.TryConvertTo(bare, out decimal number) ? number : null;
    }

    /// <summary>
    /// Null for what is no whole number; nothing is rounded. Text has digits alone: "1.000" is a thousand to one half of the world, and
    /// one to the other.
    /// </summary>
    public static int? Whole(object? value) => IsTextOfMoreThanDigits(value) ? null
        : Read(value) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? decimal.ToInt32(number) : null;

    private static bool IsTextOfMoreThanDigits(object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) is string text && text.IndexOf('.') >= 0;

    /// <summary>A whole number that a parameter was given.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static int Whole(object? value, string parameter) => Whole(value)
        ?? throw PartnerException.InvalidInput($"'{(value == null ? string.Empty : ProvisioningContext.Text(value is PSObject wrapped ? wrapped.BaseObject : value))}' cannot be the {parameter}: a whole number is expected.");

    /// <summary>Whole numbers that a parameter was given; null when it was not.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static int[]? Whole(object?[]? values, string parameter) => values?.Select(value => Whole(value, parameter)).ToArray();
}
