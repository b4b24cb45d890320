using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Members that some documents show in another shape (behaviours.md, section 13), and the forms of "no value".</summary>
public class LooseShapeTests
{
    [Theory]
    [InlineData("""{"renewsTo":{"termDuration":"P1Y"}}""")]
    [InlineData("""{"renewsTo":[{"termDuration":"P1Y"}]}""")]
    public void The_renewal_is_one_object_also_when_it_comes_as_an_array_of_one(string wire)
    {
        var cartLine = PartnerJson.Read<CartLineItem>(wire)!;
        var orderLine = PartnerJson.Read<OrderLineItem>(wire)!;

        Assert.Equal("P1Y", cartLine.RenewsTo!.TermDuration);
        Assert.Equal("P1Y", orderLine.RenewsTo!.TermDuration);
        Assert.Equal("""{"renewsTo":{"termDuration":"P1Y"}}""", PartnerJson.WriteText(cartLine));
    }

    [Theory]
    [InlineData("""{"lineItems":[{"renewsTo":["P1Y"]}]}""", "lineItems[0].renewsTo")]
    [InlineData("""{"lineItems":[{"renewsTo":"P1Y"}]}""", "lineItems[0].renewsTo")]
    [InlineData("""{"lineItems":"none"}""", "lineItems")]
    public void A_shape_that_nobody_knows_is_told_with_its_place(string wire, string place)
    {
        var refusal = Assert.ThrowsAny<JsonException>(() => PartnerJson.Read<Cart>(wire));

        Assert.Contains($"was expected at {place}, and it is", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"additionalPartnerIdsOnRecord":"517285"}""")]
    [InlineData("""{"additionalPartnerIdsOnRecord":["517285"]}""")]
    [InlineData("""{"additionalPartnerIdsOnRecord":[517285]}""")]
    public void Further_resellers_are_a_list_also_when_they_come_as_one_text(string wire)
    {
        var line = PartnerJson.Read<OrderLineItem>(wire)!;

        Assert.Equal(new[] { "517285" }, line.AdditionalPartnerIdsOnRecord);
        Assert.Equal("""{"additionalPartnerIdsOnRecord":["517285"]}""", PartnerJson.WriteText(line));
    }

    [Fact]
    public void Details_of_a_line_error_are_plain_values()
    {
        const string Wire = """{"additionalInformation":{"availableQuantity":300,"ratio":0.50,"at":"2019-01-16T00:48:44.76+00:00","list":[1,"two"],"none":null,"nested":{"a":true}}}""";

        var error = PartnerJson.Read<CartError>(Wire)!;

        Assert.Equal(300L, error.AdditionalInformation!["availableQuantity"]);
        Assert.Equal(0.50m, error.AdditionalInformation["ratio"]);
        Assert.Equal("2019-01-16T00:48:44.76+00:00", error.AdditionalInformation["at"]);
        Assert.Equal(new object[] { 1L, "two" }, error.AdditionalInformation["list"]);
        Assert.Equal(true, Assert.IsType<Dictionary<string, object?>>(error.AdditionalInformation["nested"], exactMatch: false)["a"]);
        JsonComparison.Same(Fixture.Parse(Wire), Fixture.Parse(PartnerJson.WriteText(error)));
    }

    [Theory]
    [InlineData("""{"additionalInformation":["only","a","list"]}""")]
    [InlineData("""{"additionalInformation":"only a text"}""")]
    [InlineData("""{"additionalInformation":300}""")]
    public void Details_of_a_line_error_in_another_shape_are_shown_and_go_back_as_they_came(string wire)
    {
        var error = PartnerJson.Read<CartError>(wire)!;

        Assert.NotNull(Assert.Single(error.AdditionalInformation!, detail => detail.Key == "value").Value);
        JsonComparison.Same(Fixture.Parse(wire), Fixture.Parse(PartnerJson.WriteText(error)));
    }

    [Theory]
    [InlineData("""{"additionalInformation":[]}""", 0)]
    [InlineData("""{"additionalInformation":["a note",{"detail":3}]}""", 2)]
    [InlineData("""{"additionalInformation":{"detail":3}}""", 1)]
    [InlineData("""{"additionalInformation":"a note"}""", 1)]
    public void Details_of_a_checkout_are_shown_and_go_back_as_they_came(string wire, int items)
    {
        var result = PartnerJson.Read<CartCheckoutResult>(wire)!;

        Assert.Equal(items, result.AdditionalInformation!.Length);
        JsonComparison.Same(Fixture.Parse(wire), Fixture.Parse(PartnerJson.WriteText(result)));
    }

    // models.md, section 0: absent, null, empty string and empty array are all used for "no value".
    [Theory]
    [InlineData("participants")]
    [InlineData("provisioningContext")]
    [InlineData("addonItems")]
    [InlineData("renewsTo")]
    [InlineData("error")]
    [InlineData("pricing")]
    [InlineData("purchaseCommitment")]
    public void Every_form_of_no_value_is_read_on_a_cart_line(string member)
    {
        foreach (string nothing in new[] { "null", "\"\"", "[]" })
        {
            var line = PartnerJson.Read<CartLineItem>($$"""{"{{member}}":{{nothing}},"catalogItemId":"a:b:c"}""")!;

            Assert.Equal("a:b:c", line.CatalogItemId);
        }
    }

    [Theory]
    [InlineData("lineItems")]
    [InlineData("client")]
    [InlineData("links")]
    [InlineData("attributes")]
    public void Every_form_of_no_value_is_read_on_an_order(string member)
    {
        foreach (string nothing in new[] { "null", "\"\"", "[]" })
        {
            var order = PartnerJson.Read<Order>($$"""{"{{member}}":{{nothing}},"id":"a68736758d9c"}""")!;

            Assert.Equal("a68736758d9c", order.Id);
            Assert.Empty(order.Client ?? new Dictionary<string, object?>());
        }
    }

    [Fact]
    public void Names_match_whatever_their_case()
    {
        var cart = PartnerJson.Read<Cart>("""{"ID":"a","CreationTimeStamp":"2023-07-31T00:00:00Z","LINEITEMS":[{"ProvisioningContext":{"SubscriptionId":"b"}}]}""")!;

        Assert.Equal("a", cart.Id);
        Assert.Equal(2023, cart.CreationTimestamp!.Value.Year);
        Assert.Equal("b", cart.LineItems![0].ProvisioningContext!["subscriptionId"]);
        Assert.Empty(cart.AdditionalProperties);
    }
}
