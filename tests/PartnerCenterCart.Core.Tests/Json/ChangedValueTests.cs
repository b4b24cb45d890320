using System;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Changing one value writes that value anew and leaves every other one as it came.</summary>
public class ChangedValueTests
{
    private const string Wire = """
        {
          "id": "0",
          "quantity": "25",
          "billingCycle": 4,
          "customTermEndDate": "2023-07-31T00:00:00",
          "attestationAccepted": "true",
          "pricing": { "listPrice": "16", "price": "15.50" },
          "xUnknown": "as it was"
        }
        """;

    [Fact]
    public void A_changed_number_is_written_as_a_number() => AfterChange(line => line.Quantity = 26, "quantity", 26);

    [Fact]
    public void A_changed_text_is_written_as_text() => AfterChange(line => line.BillingCycle = "monthly", "billingCycle", "monthly");

    [Fact]
    public void A_changed_flag_is_written_as_a_flag() => AfterChange(line => line.AttestationAccepted = false, "attestationAccepted", false);

    [Fact]
    public void A_changed_date_is_written_in_iso_8601() =>
        AfterChange(line => line.CustomTermEndDate = line.CustomTermEndDate!.Value.AddDays(1), "customTermEndDate", "2023-08-01T00:00:00Z");

    [Fact]
    public void A_value_that_is_taken_away_is_not_written() => AfterChange(line => line.Quantity = null, "quantity", null);

    [Fact]
    public void A_value_that_is_set_to_what_it_was_stays_as_it_came() => AfterChange(line => line.Quantity = 25, "quantity", "25");

    [Fact]
    public void A_value_that_was_changed_and_changed_back_stays_as_it_came() =>
        AfterChange(
            line =>
            {
                line.Quantity = 1;
                line.Quantity = 25;
            },
            "quantity",
            "25");

    [Fact]
    public void A_sentinel_that_is_replaced_by_a_date_is_written_as_that_date()
    {
        var cart = PartnerJson.Read<Cart>("""{"expirationTimestamp":"0001-01-01T00:00:00"}""")!;

        cart.ExpirationTimestamp = new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal("""{"expirationTimestamp":"2024-01-02T00:00:00Z"}""", PartnerJson.WriteText(cart));
    }

    [Fact]
    public void A_changed_price_leaves_the_other_prices_as_they_came()
    {
        var line = PartnerJson.Read<CartLineItem>(Wire)!;

        line.Pricing!.Price = 15.25m;

        JToken expected = Fixture.Parse(Wire);
        expected["pricing"]!["price"] = 15.25m;
        JsonComparison.Same(expected, Fixture.Parse(PartnerJson.WriteText(line)));
    }

    private static void AfterChange(Action<CartLineItem> change, string member, JToken? written)
    {
        var line = PartnerJson.Read<CartLineItem>(Wire)!;

        change(line);

        var expected = (JObject)Fixture.Parse(Wire);
        if (written == null)
        {
            expected.Remove(member);
        }
        else
        {
            expected[member] = written;
        }

        JsonComparison.Same(expected, Fixture.Parse(PartnerJson.WriteText(line)));
    }
}
