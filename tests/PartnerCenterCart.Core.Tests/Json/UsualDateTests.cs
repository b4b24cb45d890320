using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>
/// Dates of rows are read digit by digit. What that reads must be what the reader of all forms reads, and what it calls canonical must be
/// what is written: a wrong digit here would be a wrong invoice.
/// </summary>
public class UsualDateTests
{
    public static TheoryData<string> UsualForms => new(
        "2023-07-31T00:00:00Z", "2023-07-31T23:59:59Z", "2023-07-31T09:08:07Z", "2024-02-29T12:00:00Z", "2023-12-31T00:00:00Z", "2023-01-01T00:00:00Z",
        "0002-01-01T00:00:00Z", "9998-12-31T23:59:59Z", "2023-07-31T00:00:00.5Z", "2023-07-31T00:00:00.0000001Z", "2023-07-31T00:00:00.9999999Z",
        "2023-07-31T00:00:00.1234567Z", "2023-07-31T00:00:00.10Z", "2023-07-31T00:00:00.0Z", "2023-07-31T00:00:00.3840528", "2023-07-31T00:00:00",
        "2023-07-31T00:00:00+00:00", "2023-07-31T00:00:00-00:00", "2023-07-31T00:00:00+05:30", "2023-07-31T00:00:00-08:00", "2023-07-31T00:00:00+14:00",
        "2023-07-31T00:00:00-14:00", "2023-07-31T00:00:00.25+12:45", "2023-07-31T00:00:00.50-09:59", "2017-01-25T14:53:12.093-08:00");

    public static TheoryData<string> OtherForms => new(
        "", "2023-07-31", "2023-07-31T00:00:0", "2023-07-31T00:00:00.", "2023-07-31T00:00:00.Z", "2023-07-31T00:00:00.12345678Z", "2023-07-31T00:00:00z",
        "2023-07-31T00:00:00ZZ", "2023-07-31T00:00:00Z ", "2023-07-31T00:00:00+0530", "2023-07-31T00:00:00+05", "2023-07-31T00:00:00+14:01",
        "2023-07-31T00:00:00+05:3x", "2023-07-31T00:00:00+x5:30", "2023-07-31T00:00:00*05:30", "2023-07-31T00:00:00+05.30", "2023-07-31T00:00:00+05:300",
        "2023-02-29T00:00:00Z", "2023-00-10T00:00:00Z", "2023-13-10T00:00:00Z", "2023-07-00T00:00:00Z", "2023-07-32T00:00:00Z", "2023-07-31T24:00:00Z",
        "2023-07-31T00:60:00Z", "2023-07-31T00:00:60Z", "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "2015-11-25T06: 41: 12Z", "2023-07-31 00:00:00Z",
        "2023/07/31T00:00:00Z", "2023-07-31T00.00.00Z", "not a date at all, but long");

    [Theory]
    [MemberData(nameof(UsualForms))]
    public void A_usual_form_is_read_as_every_form_is(string text)
    {
        Assert.True(WireDate.TryReadUsual(text, out DateTimeOffset date, out WireDateForm form));
        Assert.Equal(WireDate.Read(text), date);
        Assert.Equal(WireDate.Read(text)!.Value.Offset, date.Offset);
        Assert.Equal(FormOf(text, date), form);
    }

    [Theory]
    [MemberData(nameof(OtherForms))]
    public void Another_form_is_left_to_the_reader_of_all(string text) => Assert.False(WireDate.TryReadUsual(text, out _, out _));

    // One character of a usual form replaced by another: whatever is then still read is read the same.
    [Fact]
    public void No_single_slip_of_a_character_is_read_as_another_date()
    {
        const string Characters = "0123456789-+:.TZ z/";
        IEnumerable<string> slips = ((IEnumerable<object[]>)UsualForms).SelectMany(row => Slips((string)row[0], Characters)).Distinct();
        var wrong = new List<string>();
        foreach (string text in slips)
        {
            if (WireDate.TryReadUsual(text, out DateTimeOffset date, out WireDateForm form)
                && (WireDate.Read(text) is not { } expected || expected != date || expected.Offset != date.Offset || FormOf(text, date) != form))
            {
                wrong.Add(text);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_moment_of_a_long_time_is_read_back()
    {
        var wrong = new List<string>();
        // A step that shares no factor with minutes, days or months goes through all of their digits.
        for (var date = new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero); date.Year < 2031; date = date.AddTicks(36_100_010_007_919))
        {
            string text = WireDate.Write(date);
            if (!WireDate.TryReadUsual(text, out DateTimeOffset read, out WireDateForm form) || read != date || form != WireDateForm.Canonical)
            {
                wrong.Add(text);
            }
        }

        Assert.Empty(wrong);
    }

    // Told apart by writing: what comes out as it went in needs no other memory of its form.
    private static WireDateForm FormOf(string text, DateTimeOffset date) =>
        text == WireDate.Write(date) ? WireDateForm.Canonical
        : text == WireDate.WriteWithoutOffset(date) && date.Offset == TimeSpan.Zero ? WireDateForm.WithoutOffset
        : WireDateForm.Other;

    private static IEnumerable<string> Slips(string text, string characters) =>
        from at in Enumerable.Range(0, text.Length)
        from character in characters
        select string.Create(CultureInfo.InvariantCulture, $"{text[..at]}{character}{text[(at + 1)..]}");
}
