using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The time of a cart and of its lines; it is 2024-06-10, noon.</summary>
public class ValidationExpiryTests
{
    [Theory]
    [InlineData("2024-06-10T11:59:59Z", "CartExpired")]
    [InlineData("2024-06-10T12:00:00Z", "CartExpired")]
    [InlineData("2024-06-10T12:00:01Z", "CartExpiresSoon")]
    [InlineData("2024-06-10T12:59:59Z", "CartExpiresSoon")]
    [InlineData("2024-06-10T14:59:59+02:00", "CartExpiresSoon")]
    [InlineData("2024-06-10T13:00:00Z", "")]
    [InlineData("2024-06-17T12:00:00Z", "")]
    [InlineData("0001-01-01T00:00:00", "")]
    [InlineData("9999-12-31T23:59:59Z", "")]
    [InlineData("", "")]
    public async Task The_end_of_a_cart_is_told_an_hour_before(string end, string rules) =>
        Assert.Equal(rules, await new ValidationCase().Line().WithCart($"""id:"{Sample.CartId}",expirationTimestamp:"{end}" """).RulesAsync(offline: true));

    [Fact]
    public async Task The_clock_is_that_of_the_connection_also_for_a_cart_that_it_did_not_read()
    {
        ValidationCase one = new ValidationCase().Line();
        one.Cart.ExpirationTimestamp = one.Clock.UtcNow.AddMinutes(30);

        Assert.Equal("CartExpiresSoon", await one.RulesAsync(offline: true));
    }

    [Fact]
    public async Task The_minutes_that_are_left_are_rounded_up()
    {
        CartFinding finding = Assert.Single(await new ValidationCase().Line().WithCart("""expirationTimestamp:"2024-06-10T12:00:01Z" """).FindAsync(offline: true));

        Assert.EndsWith("expires in 1 minutes.", finding.Message);
    }

    [Theory]
    [InlineData("Ordered", "CartOrdered")]
    [InlineData("ordered", "CartOrdered")]
    [InlineData("Active", "CartExpired")]
    [InlineData("Other", "CartExpired")]
    public async Task An_ordered_cart_cannot_expire(string status, string rules) =>
        Assert.Equal(rules, await new ValidationCase().Line().WithCart($"""status:"{status}",expirationTimestamp:"2024-06-01T00:00:00Z" """).RulesAsync(offline: true));

    [Fact]
    public async Task The_service_is_not_asked_about_an_ordered_cart()
    {
        ValidationCase one = new ValidationCase().Line("quantity:1000").WithCart("""status:"Ordered" """);

        Assert.Equal("CartOrdered", await one.RulesAsync());
        Assert.Empty(one.Service.Requests);
    }

    [Theory]
    [InlineData("P1Y", "2024-06-10T11:59:59Z", "is in the past")]
    [InlineData("P1Y", "2024-06-10T12:00:00Z", "is in the past")]
    [InlineData("P1Y", "2024-06-10T12:00:01Z", null)]
    [InlineData("P1Y", "2025-06-10T12:00:00Z", null)]
    [InlineData("P1Y", "2025-06-10T12:00:01Z", "is after the first term of P1Y")]
    [InlineData("P3Y", "2027-06-10T00:00:00Z", null)]
    [InlineData("P1Y6M", "2025-12-10T00:00:00Z", null)]
    [InlineData("P1Y6M", "2025-12-31T00:00:00Z", "is after the first term of P1Y6M")]
    [InlineData("P1M", "2024-06-27T00:00:00Z", null)]
    [InlineData("P1M", "2024-06-28T00:00:00Z", "does not end its month")]
    [InlineData("P1M", "2024-06-29T00:00:00Z", "does not end its month")]
    [InlineData("P1M", "2024-06-30T00:00:00Z", null)]
    [InlineData("P1M", "2024-07-11T00:00:00Z", "is after the first term of P1M")]
    [InlineData("P1Y", "2024-06-28T00:00:00Z", null)]
    [InlineData(null, "2030-01-29T00:00:00Z", null)]
    [InlineData("a year", "2030-01-29T00:00:00Z", null)]
    [InlineData("P30D", "2030-01-29T00:00:00Z", null)]
    public async Task A_custom_end_date_lies_in_the_first_term(string? term, string end, string? problem)
    {
        ValidationCase one = new ValidationCase().Line($"""customTermEndDate:"{end}" """);
        one.Cart.LineItems![0].TermDuration = term;

        string message = string.Join("|", (await one.FindAsync(offline: true)).Where(finding => finding.RuleId == "CustomTermEndDateInvalid").Select(finding => finding.Message));

        Assert.Equal(problem != null, message.Length > 0);
        Assert.Contains(problem ?? string.Empty, message);
    }

    [Theory]
    [InlineData("2024-02-28T00:00:00Z", true)]
    [InlineData("2024-02-29T00:00:00Z", false)]
    [InlineData("2023-02-28T00:00:00Z", false)]
    public async Task The_last_day_of_february_is_that_of_its_year(string end, bool fires)
    {
        ValidationCase one = new ValidationCase().Line($"""termDuration:"P1M",customTermEndDate:"{end}" """);
        one.Clock.UtcNow = DateTimeOffset.Parse(end, CultureInfo.InvariantCulture).AddDays(-10);

        Assert.Equal(fires ? "CustomTermEndDateInvalid" : string.Empty, await one.RulesAsync(offline: true));
    }

    [Fact]
    public async Task The_last_day_of_time_is_a_finding_and_no_crash() =>
        Assert.Equal("CustomTermEndDateInvalid", await new ValidationCase().Line("""customTermEndDate:"9999-12-31T23:59:59Z" """).RulesAsync(offline: true));

    [Theory]
    [InlineData("P9999Y")]
    [InlineData("P100000000Y")]
    [InlineData("P2147483647M")]
    public async Task A_term_beyond_the_calendar_is_no_crash(string term) =>
        Assert.DoesNotContain("CustomTermEndDateInvalid", await new ValidationCase().Line($"""termDuration:"{term}",customTermEndDate:"2024-12-31T00:00:00Z" """).RulesAsync(offline: true));
}
