using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Values of lines as the published pages write them.</summary>
internal static class LineValue
{
    /// <summary>The tenant of the emulated partner.</summary>
    public const string PartnerId = "0e195b37-4574-4539-bc42-0e539b9684c0";

    public const string PartnerName = "Emulated Partner";

    /// <summary>The emulated partner's own id.</summary>
    public const string PartnerNetworkId = "1000001";

    // Dividing by this takes trailing zeros off, so that 30.40 is written 30.4.
    private const decimal OneWithManyZeros = 1.0000000000000000000000000000m;

    public static string Day(DateTimeOffset? day) => day is { } some ? some.UtcDateTime.ToString("yyyy-MM-ddT00:00:00Z", CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>Legacy lines have no offset.</summary>
    public static string LegacyDay(DateTimeOffset day) => day.UtcDateTime.ToString("yyyy-MM-ddT00:00:00", CultureInfo.InvariantCulture);

    public static string MonthStart(DateTimeOffset day) => day.UtcDateTime.ToString("yyyy-MM-01T00:00:00", CultureInfo.InvariantCulture);

    /// <summary>A whole number without a fraction, others without trailing zeros.</summary>
    public static JValue Number(decimal value)
    {
        decimal plain = value / OneWithManyZeros;
        return plain == decimal.Truncate(plain) && Math.Abs(plain) < long.MaxValue ? new JValue((long)plain) : new JValue(plain);
    }
}
