using System;
using System.Globalization;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Every date form of models.md, section 0.</summary>
public class DateFormTests
{
    [Theory]
    [InlineData("2018-03-15T17:15:02.3840528Z", "2018-03-15T17:15:02.3840528+00:00")]
    [InlineData("2023-07-11T21:16:11.55149Z", "2023-07-11T21:16:11.5514900+00:00")]
    [InlineData("2022-02-19T00:00:00Z", "2022-02-19T00:00:00.0000000+00:00")]
    [InlineData("2019-01-16T00:48:44.76+00:00", "2019-01-16T00:48:44.7600000+00:00")]
    [InlineData("2017-01-25T14:53:12.093-08:00", "2017-01-25T14:53:12.0930000-08:00")]
    [InlineData("2023-07-31T00:00:00", "2023-07-31T00:00:00.0000000+00:00")]
    [InlineData("2023-07-31", "2023-07-31T00:00:00.0000000+00:00")]
    [InlineData("9999-01-01T00:00:00+00:00", "9999-01-01T00:00:00.0000000+00:00")]
    [InlineData("2015-11-25T06: 41: 12Z", "2015-11-25T06:41:12.0000000+00:00")]
    [InlineData("2015-11-25T06:41:12. 5Z", "2015-11-25T06:41:12.5000000+00:00")]
    [InlineData("2015-11-25 06:41:12", "2015-11-25T06:41:12.0000000+00:00")]
    public void A_date_is_read_in_every_published_form_and_written_as_it_came(string wire, string expected)
    {
        Cart cart = Read(wire);

        Assert.Equal(expected, cart.ExpirationTimestamp!.Value.ToString("o", CultureInfo.InvariantCulture));
        Assert.Equal(wire, Written(cart));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("")]
    [InlineData("not yet")]
    [InlineData("9999-12-31T23:59:59.9999999-12:00")]
    public void What_means_or_is_no_date_is_null_and_written_as_it_came(string wire)
    {
        Cart cart = Read(wire);

        Assert.Null(cart.ExpirationTimestamp);
        Assert.Equal(wire, Written(cart));
    }

    [Fact]
    public void A_date_is_read_the_same_in_every_culture()
    {
        using var buddhist = new CultureScope("th-TH");

        Cart cart = Read("2023-07-31T00:00:00");

        Assert.Equal(new DateTimeOffset(2023, 7, 31, 0, 0, 0, TimeSpan.Zero), cart.ExpirationTimestamp);
        cart.ExpirationTimestamp = cart.ExpirationTimestamp!.Value.AddDays(1);
        Assert.Equal("2023-08-01T00:00:00Z", Written(cart));
    }

    [Theory]
    [InlineData(0, "2024-02-29T01:02:03.5Z")]
    [InlineData(-8, "2024-02-29T01:02:03.5-08:00")]
    public void A_date_that_was_set_in_code_keeps_its_offset(int hours, string expected)
    {
        var cart = new Cart { ExpirationTimestamp = new DateTimeOffset(2024, 2, 29, 1, 2, 3, 500, TimeSpan.FromHours(hours)) };

        Assert.Equal(expected, Written(cart));
    }

    private static Cart Read(string date) => PartnerJson.Read<Cart>($$"""{"expirationTimestamp":"{{date}}"}""")!;

    private static string Written(Cart cart) => (string)Fixture.Parse(PartnerJson.WriteText(cart))["expirationTimestamp"]!;
}
