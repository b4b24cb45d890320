using System;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class RetryAfterTests
{
    [Theory]
    [InlineData("57", 57)]
    [InlineData("0", 0)]
    [InlineData("1.5", 1.5)]
    [InlineData("Tue, 02 Jan 2024 03:05:05 GMT", 60)]
    [InlineData("Tue, 02 Jan 2024 03:04:05 GMT", 0)]
    [InlineData("Mon, 01 Jan 2024 00:00:00 GMT", 0)]
    public void The_wait_is_read_as_seconds_or_as_a_date(string header, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Wait(header));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("57 seconds")]
    public void What_is_neither_is_no_wait(string header) => Assert.Null(Wait(header));

    [Theory]
    [InlineData("999999999999")]
    [InlineData("1000000000000000000000000000000000000000")]
    [InlineData("Infinity")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void No_wait_is_longer_than_a_day(string header) =>
        Assert.True(Wait(header) is null or { TotalDays: <= 1 }, $"{header} makes {Wait(header)}. Cap it, a wait of years cannot even be slept.");

    [Theory]
    [InlineData("57,57")]
    [InlineData("12,12")]
    public void A_header_that_came_twice_is_no_date(string header) => Assert.True(Wait(header) is null or { TotalMinutes: < 1 }, $"{header} makes {Wait(header)}.");

    [Fact]
    public void Every_kind_of_failure_can_carry_a_wait() =>
        Assert.Equal(TimeSpan.FromSeconds(3), Failure.Of(503, headers: ("retry-after", "3")).RetryAfter);

    [Fact]
    public void Without_the_header_there_is_no_wait() => Assert.Null(Failure.Of(429).RetryAfter);

    [Fact]
    public void A_wait_is_read_the_same_in_every_culture()
    {
        using var german = new CultureScope("de-DE");

        Assert.Equal(TimeSpan.FromSeconds(1.5), Wait("1.5"));
        Assert.Equal(TimeSpan.FromSeconds(60), Wait("Tue, 02 Jan 2024 03:05:05 GMT"));
    }

    [Fact]
    public void A_throttled_call_says_how_long_to_wait() =>
        Assert.Contains("Wait 57 seconds", Failure.Of(429, headers: ("Retry-After", "56.2")).RecommendedAction);

    private static TimeSpan? Wait(string header) => Failure.Of(429, headers: ("Retry-After", header)).RetryAfter;
}
