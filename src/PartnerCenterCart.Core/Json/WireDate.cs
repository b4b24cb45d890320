using System;
using System.Globalization;

namespace PartnerCenterCart.Json;

/// <summary>The date forms of the service (contract: models.md, section 0).</summary>
internal static class WireDate
{
    private const string Plain = "0000-00-00T00:00:00";
    private const int MostFractionDigits = 7;

    /// <summary>Null for text that is no date and for the year 1, which the service uses for "no date".</summary>
    public static DateTimeOffset? Read(string text)
    {
        // Published bodies hold blanks inside the time: "2015-11-25T06: 41: 12Z".
        string compact = text.Replace(" ", string.Empty);
        bool read = DateTimeOffset.TryParse(compact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
        return read && date.UtcDateTime.Year > 1 ? date : null;
    }

    public static string Write(DateTimeOffset date) => date.Offset == TimeSpan.Zero
        ? date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>
    /// The usual forms of rows, which come by the million, digit by digit; false for anything else, which <see cref="Read"/>
    /// may still know.
    /// </summary>
    /// <param name="text">Such as <c>2023-07-31T00:00:00.5Z</c>.</param>
    /// <param name="date">The date; without an offset it is in UTC.</param>
    /// <param name="form">How it was written.</param>
    public static bool TryReadUsual(string text, out DateTimeOffset date, out WireDateForm form)
    {
        date = default;
        form = WireDateForm.Other;
        if (text.Length < Plain.Length || !HasPlainShape(text))
        {
            return false;
        }

        int year = (Digits(text, 0, 2) * 100) + Digits(text, 2, 2), month = Digits(text, 5, 2), day = Digits(text, 8, 2);
        int hour = Digits(text, 11, 2), minute = Digits(text, 14, 2), second = Digits(text, 17, 2);
        if (year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        int at = Plain.Length;
        long ticks = 0;
        bool isShortest = true;
        if (at < text.Length && text[at] == '.')
        {
            int digits = 0;
            for (at++; at < text.Length && text[at] is >= '0' and <= '9'; at++, digits++)
            {
                ticks = (ticks * 10) + (text[at] - '0');
            }

            if (digits is 0 or > MostFractionDigits)
            {
                return false;
            }

            isShortest = text[at - 1] != '0';
            for (; digits < MostFractionDigits; digits++)
            {
                ticks *= 10;
            }
        }

        TimeSpan offset = TimeSpan.Zero;
        WireDateForm written;
        if (at == text.Length)
        {
            written = WireDateForm.WithoutOffset;
        }
        else if (text[at] == 'Z' && at + 1 == text.Length)
        {
            written = WireDateForm.Canonical;
        }
        else if (text.Length == at + 6 && text[at] is '+' or '-' && text[at + 3] == ':' && AreDigits(text, at + 1) && AreDigits(text, at + 4))
        {
            offset = new TimeSpan(Digits(text, at + 1, 2), Digits(text, at + 4, 2), 0);
            if (offset.TotalHours > 14 || Digits(text, at + 4, 2) > 59)
            {
                return false;
            }

            written = offset == TimeSpan.Zero ? WireDateForm.Other : WireDateForm.Canonical;
            offset = text[at] == '-' ? -offset : offset;
        }
        else
        {
            return false;
        }

        form = isShortest ? written : WireDateForm.Other;
        date = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second).AddTicks(ticks), offset);
        return true;
    }

    /// <summary>A date as it is written where no offset came.</summary>
    public static string WriteWithoutOffset(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static bool HasPlainShape(string text)
    {
        for (int i = 0; i < Plain.Length; i++)
        {
            bool fits = Plain[i] == '0' ? text[i] is >= '0' and <= '9' : text[i] == Plain[i];
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreDigits(string text, int at) => text[at] is >= '0' and <= '9' && text[at + 1] is >= '0' and <= '9';

    private static int Digits(string text, int at, int count)
    {
        int value = 0;
        for (int i = 0; i < count; i++)
        {
            value = (value * 10) + (text[at + i] - '0');
        }

        return value;
    }
}
