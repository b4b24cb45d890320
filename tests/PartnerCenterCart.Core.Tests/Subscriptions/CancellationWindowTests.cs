using System;
using System.Globalization;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The boundaries of the window, to the second, in UTC and with offsets.</summary>
public class CancellationWindowTests
{
    [Theory]
    [InlineData("2025-06-17T12:00:00Z", "2025-06-17T11:59:59Z", true)]
    [InlineData("2025-06-17T12:00:00Z", "2025-06-17T12:00:00Z", true)]
    [InlineData("2025-06-17T12:00:00Z", "2025-06-17T12:00:01Z", false)]
    [InlineData("2025-06-17T12:00:00+02:00", "2025-06-17T10:00:00Z", true)]
    [InlineData("2025-06-17T12:00:00+02:00", "2025-06-17T10:00:01Z", false)]
    [InlineData("2025-06-17T12:00:00-08:00", "2025-06-17T20:00:00Z", true)]
    [InlineData("2025-06-17T12:00:00-08:00", "2025-06-17T20:00:01Z", false)]
    [InlineData("2025-06-17T12:00:00Z", "2025-06-17T14:00:00+02:00", true)]
    [InlineData("2025-06-17T12:00:00Z", "2025-06-17T14:00:01+02:00", false)]
    [InlineData("2025-06-17T12:00:00Z", "2025-06-17T06:59:59-05:00", true)]
    [InlineData("2025-06-17T12:00:00", "2025-06-17T12:00:00Z", true)]
    [InlineData("2025-06-17T12:00:00", "2025-06-17T12:00:01Z", false)]
    [InlineData("2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z", false)]
    public void The_last_second_counts_and_the_next_does_not(string until, string now, bool open)
    {
        CancellationWindow window = CancellationWindow.Of(Read($$"""{"cancellationAllowedUntilDate":"{{until}}"}"""), Time(now));

        Assert.Equal(open, window.IsOpen);
        Assert.Contains(open ? "can be cancelled until" : "closed at", window.ToString());
    }

    [Theory]
    [InlineData("2025-06-12T00:00:00Z", 15)]
    [InlineData("2025-06-12T00:00:01Z", 5)]
    [InlineData("2025-06-15T00:00:00+02:00", 5)]
    [InlineData("2025-06-15T02:00:01+02:00", 0)]
    public void Seats_are_given_back_while_their_own_window_is_open(string now, int refundable) => Assert.Equal(refundable, CancellationWindow.Of(
        Read("""{"quantity":20,"refundableQuantity":{"totalQuantity":15,"details":[{"quantity":10,"allowedUntilDateTime":"2025-06-12T00:00:00Z"},{"quantity":5,"allowedUntilDateTime":"2025-06-15T00:00:00Z"}]}}"""),
        Time(now)).RefundableQuantity);

    [Theory]
    [InlineData("""{"refundOptions":[{"type":"Full","expiresAt":"2025-06-11T00:00:00Z"},{"type":"Partial","expiresAt":"2025-06-17T00:00:00Z"}]}""", "2025-06-17T00:00:00Z")]
    [InlineData("""{"refundOptions":[{"type":"Full","expiresAfter":"2025-06-11T00:00:00Z"}]}""", "2025-06-11T00:00:00Z")]
    [InlineData("""{"refundableQuantity":{"totalQuantity":1,"details":[{"quantity":1,"allowedUntilDateTime":"2025-06-12T00:00:00Z"}]}}""", "2025-06-12T00:00:00Z")]
    public void Without_a_date_of_its_own_the_refunds_tell(string json, string until) =>
        Assert.Equal(Time(until), CancellationWindow.Of(Read(json), Time("2025-06-10T00:00:00Z")).Until);

    [Fact]
    public void Where_the_service_says_nothing_nothing_is_claimed()
    {
        CancellationWindow window = CancellationWindow.Of(Read("{}"), Time("2025-06-10T00:00:00Z"));

        Assert.Null(window.IsOpen);
        Assert.Null(window.RefundableQuantity);
        Assert.Contains("names no cancellation window", window.ToString());
    }

    private static Subscription Read(string json) => PartnerJson.Read<Subscription>(json)!;

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
