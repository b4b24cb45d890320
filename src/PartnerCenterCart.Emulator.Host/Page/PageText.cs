using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation.Host;

/// <summary>Words of the page.</summary>
internal static class PageText
{
    public static DateTimeOffset? Moment(JToken? text) =>
        DateTimeOffset.TryParse((string?)text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment) ? moment : null;

    public static string Full(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>The time of today, and the day of any other.</summary>
    public static string Short(JToken? text, DateTimeOffset now) => Moment(text) is not { } moment ? string.Empty
        : moment.ToString(moment.Date == now.UtcDateTime.Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How long is left, as coarse as a person wants to know.</summary>
    public static string Left(JToken? text, DateTimeOffset now)
    {
        if (Moment(text) is not { } end || end <= now)
        {
            return string.Empty;
        }

        TimeSpan left = end - now;
        return left.TotalDays >= 2 ? $"expires in {(int)left.TotalDays} days" : left.TotalHours >= 2 ? $"expires in {(int)left.TotalHours} hours" : $"expires in {(int)Math.Ceiling(left.TotalMinutes)} minutes";
    }

    public static string Money(JToken? amount, JToken? currency) =>
        amount is null || amount.Type == JTokenType.Null ? string.Empty : ((decimal)amount).ToString("N2", CultureInfo.InvariantCulture) + " " + (string?)currency;
}
