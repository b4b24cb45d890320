using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Every documented spelling of a billing cycle is understood; anything else is refused with the list.</summary>
public class BillingCycleInputTests
{
    [Theory]
    [InlineData("monthly", "monthly")]
    [InlineData("Monthly", "monthly")]
    [InlineData("MONTHLY", "monthly")]
    [InlineData("1", "monthly")]
    [InlineData("annual", "annual")]
    [InlineData("Annual", "annual")]
    [InlineData("2", "annual")]
    [InlineData("none", "none")]
    [InlineData("None", "none")]
    [InlineData("3", "none")]
    [InlineData("one_time", "one_time")]
    [InlineData("OneTime", "one_time")]
    [InlineData("oneTime", "one_time")]
    [InlineData("onetime", "one_time")]
    [InlineData("one-time", "one_time")]
    [InlineData("One Time", "one_time")]
    [InlineData(" one_time ", "one_time")]
    [InlineData("4", "one_time")]
    [InlineData("triennial", "triennial")]
    [InlineData("Triennial", "triennial")]
    [InlineData("5", "triennial")]
    [InlineData("biennial", "biennial")]
    [InlineData("Biennial", "biennial")]
    [InlineData("6", "biennial")]
    public async Task A_documented_spelling_is_sent_in_the_service_s_form(string given, string sent)
    {
        var body = await Sample.SentAsync(Sample.Cart(Sample.Line(cycle: given)));

        Assert.Equal(sent, (string)body["lineItems"]![0]!["billingCycle"]!);
        Assert.Equal(sent, CartCheck.BillingCycle(given));
    }

    [Theory]
    [InlineData("yearly")]
    [InlineData("month")]
    [InlineData("7")]
    [InlineData("-4")]
    [InlineData("4.0")]
    [InlineData("unknown")]
    [InlineData("0")]
    [InlineData("P1M")]
    public async Task Anything_else_is_refused_with_the_documented_values_before_anything_is_sent(string given)
    {
        using var transport = new ScriptedTransport();

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Carts.CreateAsync(Sample.Cart(Sample.Line(cycle: given))));

        Assert.Equal(PartnerErrorKind.InvalidInput, failure.Kind);
        Assert.Contains($"'{given}' is not a billing cycle. One of these is expected: monthly, annual, none, one_time, triennial, biennial.", failure.Message);
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData("yearly")]
    [InlineData("")]
    [InlineData(null)]
    public void Orders_are_not_filtered_by_what_is_no_billing_cycle(string? given)
    {
        using var transport = new ScriptedTransport();

        var failure = Assert.Throws<PartnerException>(() => Sample.Customer(transport).Orders.ByBillingCycle(given!));

        Assert.Equal(PartnerErrorKind.InvalidInput, failure.Kind);
    }
}
