using System.Globalization;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Numbers as text, text as numbers, values that nobody documented: read as well as can be, written as they came.</summary>
public class LooseScalarTests
{
    [Theory]
    [InlineData("""{"id":"3"}""", 3)]
    [InlineData("""{"id":3}""", 3)]
    [InlineData("""{"id":"first"}""", null)]
    public void A_line_id_is_a_number_also_as_text(string wire, int? expected)
    {
        var line = PartnerJson.Read<CartLineItem>(wire)!;

        Assert.Equal(expected, line.Id);
        WritesBack(wire, line);
    }

    [Theory]
    [InlineData("""{"quantity":"25"}""", 25)]
    [InlineData("""{"quantity":25.0}""", 25)]
    [InlineData("""{"quantity":" 25 "}""", 25)]
    [InlineData("""{"quantity":2.5}""", null)]
    [InlineData("""{"quantity":99999999999}""", null)]
    [InlineData("""{"quantity":-2147483648}""", int.MinValue)]
    [InlineData("""{"quantity":-2147483649}""", null)]
    [InlineData("""{"quantity":""}""", null)]
    [InlineData("""{"quantity":{"value":1}}""", null)]
    public void A_quantity_is_read_from_every_form_that_holds_a_whole_number(string wire, int? expected)
    {
        var line = PartnerJson.Read<CartLineItem>(wire)!;

        Assert.Equal(expected, line.Quantity);
        WritesBack(wire, line);
    }

    [Theory]
    [InlineData("""{"listPrice":"16"}""", "16")]
    [InlineData("""{"listPrice":438.0}""", "438.0")]
    [InlineData("""{"listPrice":438}""", "438")]
    [InlineData("""{"listPrice":0.0000123456789012345678901}""", "0.0000123456789012345678901")]
    [InlineData("""{"listPrice":"1.5e1"}""", "15")]
    [InlineData("""{"listPrice":-7.10}""", "-7.10")]
    public void Money_keeps_every_digit(string wire, string expected)
    {
        var pricing = PartnerJson.Read<Pricing>(wire)!;

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), pricing.ListPrice);
        WritesBack(wire, pricing);
    }

    [Theory]
    [InlineData("""{"listPrice":"free"}""")]
    [InlineData("""{"listPrice":""}""")]
    [InlineData("""{"listPrice":"1.234,50"}""")]
    [InlineData("""{"listPrice":[1]}""")]
    public void Money_that_cannot_be_read_is_null_and_goes_back_as_it_came(string wire)
    {
        var pricing = PartnerJson.Read<Pricing>(wire)!;

        Assert.Null(pricing.ListPrice);
        WritesBack(wire, pricing);
    }

    [Theory]
    [InlineData("""{"attestationAccepted":true}""", true)]
    [InlineData("""{"attestationAccepted":"False"}""", false)]
    [InlineData("""{"attestationAccepted":"perhaps"}""", null)]
    public void A_flag_is_read_from_text_too(string wire, bool? expected)
    {
        var line = PartnerJson.Read<CartLineItem>(wire)!;

        Assert.Equal(expected, line.AttestationAccepted);
        WritesBack(wire, line);
    }

    [Theory]
    [InlineData("""{"code":800010}""")]
    [InlineData("""{"code":"800010"}""")]
    public void An_order_error_has_its_code_as_text_whatever_came(string wire)
    {
        var error = PartnerJson.Read<OrderError>(wire)!;

        Assert.Equal("800010", error.Code);
        WritesBack(wire, error);
    }

    [Theory]
    [InlineData("""{"errorCode":10015}""", 10015)]
    [InlineData("""{"errorCode":"10015"}""", 10015)]
    [InlineData("""{"errorCode":"max_allowed_seats_per_subscription_exceeded"}""", 10015)]
    [InlineData("""{"errorCode":"MaxAllowedSeatsPerSubscriptionExceeded"}""", 10015)]
    [InlineData("""{"errorCode":10999}""", 10999)]
    [InlineData("""{"errorCode":"something_new"}""", null)]
    public void A_line_error_has_its_number_whatever_came(string wire, int? expected)
    {
        var error = PartnerJson.Read<CartError>(wire)!;

        Assert.Equal(expected, error.Number);
        WritesBack(wire, error);
    }

    [Theory]
    [InlineData("""{"billingCycle":"per_decade"}""", "per_decade")]
    [InlineData("""{"billingCycle":"Annual"}""", "Annual")]
    [InlineData("""{"billingCycle":4}""", "4")]
    [InlineData("""{"billingCycle":""}""", "")]
    public void A_billing_cycle_is_kept_as_the_service_wrote_it(string wire, string expected)
    {
        var order = PartnerJson.Read<Order>(wire)!;

        Assert.Equal(expected, order.BillingCycle);
        WritesBack(wire, order);
    }

    [Theory]
    [InlineData("""{"friendlyName":{"en":"Office"}}""", """{"en":"Office"}""")]
    [InlineData("""{"friendlyName":["Office"]}""", """["Office"]""")]
    public void A_text_that_comes_as_something_else_is_shown_as_it_came(string wire, string expected)
    {
        var line = PartnerJson.Read<CartLineItem>(wire)!;

        Assert.Equal(expected, line.FriendlyName);
        WritesBack(wire, line);
    }

    [Fact]
    public void A_status_that_nobody_knows_does_not_fail()
    {
        const string Wire = """{"status":"on_hold_by_auditor"}""";

        WritesBack(Wire, PartnerJson.Read<Cart>(Wire)!);
        WritesBack(Wire, PartnerJson.Read<Order>(Wire)!);
    }

    private static void WritesBack(string wire, object resource) =>
        JsonComparison.Same(Fixture.Parse(wire), Fixture.Parse(PartnerJson.WriteText(resource)));
}
