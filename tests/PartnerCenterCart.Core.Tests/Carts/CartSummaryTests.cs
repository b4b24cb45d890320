using System;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What a cart says about itself: its total, its currency, the time that is left.</summary>
public class CartSummaryTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void The_total_is_the_sum_of_the_extended_prices() => Assert.Equal(367.35m, Cart(Line(364.80m), Line(2.55m)).TotalPrice);

    [Fact]
    public void Add_ons_count()
    {
        CartLineItem line = Line(10m);
        line.AddonItems = new() { Line(0.01m) };

        Assert.Equal(10.01m, Cart(line).TotalPrice);
    }

    [Fact]
    public void One_line_without_a_price_leaves_the_total_open() => Assert.Null(Cart(Line(1m), Line(null)).TotalPrice);

    [Fact]
    public void Two_currencies_leave_total_and_currency_open()
    {
        Cart cart = Cart(Line(1m), Line(1m, "EUR"));

        Assert.Null(cart.TotalPrice);
        Assert.Null(cart.CurrencyCode);
    }

    [Fact]
    public void One_currency_is_that_of_the_cart() => Assert.Equal("USD", Cart(Line(1m), Line(null)).CurrencyCode);

    [Fact]
    public void A_cart_without_lines_has_neither()
    {
        Assert.Null(new Cart().TotalPrice);
        Assert.Null(new Cart { LineItems = new() }.TotalPrice);
        Assert.Null(new Cart().CurrencyCode);
    }

    [Theory]
    [InlineData("2024-01-09T03:04:05Z", 7 * 24)]
    [InlineData("2024-01-02T02:04:05Z", -1)]
    [InlineData("2024-01-02T05:04:05+01:00", 1)]
    public void The_time_left_is_told_by_the_clock_of_the_connection(string expiry, int hours)
    {
        var cart = PartnerJson.Read<Cart>($$"""{"expirationTimestamp":"{{expiry}}"}""")!;
        cart.Clock = new FrozenClock(Now);

        Assert.Equal(TimeSpan.FromHours(hours), cart.ExpiresIn);
    }

    [Fact]
    public void The_time_left_runs_with_the_clock()
    {
        var clock = new FrozenClock(Now);
        var cart = new Cart { ExpirationTimestamp = Now.AddDays(7), Clock = clock };

        clock.UtcNow = Now.AddDays(8);

        Assert.Equal(TimeSpan.FromDays(-1), cart.ExpiresIn);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"0001-01-01T00:00:00\"")]
    [InlineData("\"9999-01-01T00:00:00+00:00\"")]
    public void Without_a_real_expiry_the_time_left_is_unknown(string expiry) =>
        Assert.Null(PartnerJson.Read<Cart>($$"""{"expirationTimestamp":{{expiry}} }""")!.ExpiresIn);

    [Fact]
    public void A_cart_is_shown_by_its_id()
    {
        Assert.Equal(Sample.CartId, new Cart { Id = Sample.CartId }.ToString());
        Assert.Equal("(new cart)", new Cart().ToString());
    }

    [Fact]
    public void A_line_is_shown_by_what_is_bought()
    {
        Assert.Equal($"3 x {Sample.CatalogItemId} (monthly, P1Y)", Sample.Line(quantity: 3).ToString());
        Assert.Equal("1 x a label", new CartLineItem { Quantity = 1, FriendlyName = "a label" }.ToString());
        Assert.Equal("transaction_reseller=5357564", new CartParticipant(ParticipantType.TransactionReseller, "5357564").ToString());
        Assert.Equal("CatalogItemIdIsNotValid: outdated", new CartError { ErrorCode = "10001", ErrorDescription = "outdated" }.ToString());
    }

    private static Cart Cart(params CartLineItem[] lines) => Sample.Cart(lines);

    private static CartLineItem Line(decimal? extendedPrice, string currency = "USD") =>
        new() { CurrencyCode = currency, Pricing = extendedPrice == null ? null : new Pricing { ExtendedPrice = extendedPrice } };
}
