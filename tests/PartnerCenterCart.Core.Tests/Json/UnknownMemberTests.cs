using System.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class UnknownMemberTests
{
    [Fact]
    public void A_member_that_nobody_knows_is_shown_as_a_plain_value()
    {
        var line = PartnerJson.Read<CartLineItem>("""{"benefit":{"rate":0.15,"tags":["a",2]},"Rank":7}""")!;

        Assert.Equal(new[] { "benefit", "Rank" }, line.AdditionalProperties.Keys);
        Assert.Equal(7L, line.AdditionalProperties["Rank"]);
    }

    [Theory]
    [InlineData("customerId")]
    [InlineData("cartId")]
    [InlineData("expiresIn")]
    [InlineData("totalPrice")]
    [InlineData("currencyCode")]
    [InlineData("clock")]
    [InlineData("additionalProperties")]
    [InlineData("unknownMembers")]
    [InlineData("$type")]
    [InlineData("$id")]
    [InlineData("$ref")]
    public void A_member_that_shares_its_name_with_something_of_ours_survives(string name)
    {
        string wire = $$"""{"id":"a","{{name}}":{"of":"the service"} }""";

        JsonComparison.Same(Fixture.Parse(wire), Fixture.Parse(PartnerJson.WriteText(PartnerJson.Read<Cart>(wire)!)));
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("-1E-300")]
    [InlineData("123456789012345678901234567890123456789")]
    [InlineData("0.123456789012345678901234567890123456789")]
    public void A_number_of_any_size_does_not_fail_the_answer(string number)
    {
        var cart = PartnerJson.Read<Cart>($$"""{"id":"a","astronomical":{{number}}}""")!;

        Assert.Equal("a", cart.Id);
        Assert.Equal("astronomical", cart.AdditionalProperties.Keys.Single());
    }

    [Fact]
    public void What_the_call_adds_is_never_sent()
    {
        var cart = new Cart { CustomerId = "a", LineItems = new() { new CartLineItem { CustomerId = "b", CatalogItemId = "c" } } };

        Assert.Equal("""{"lineItems":[{"catalogItemId":"c"}]}""", PartnerJson.WriteText(cart));
    }

    [Fact]
    public void A_copy_shares_nothing_with_its_original()
    {
        var original = PartnerJson.Read<Cart>("""{"lineItems":[{"quantity":1,"new":{"a":1}}]}""")!;

        Cart copy = PartnerJson.Clone(original);
        copy.LineItems![0].Quantity = 2;

        Assert.Equal("""{"lineItems":[{"quantity":1,"new":{"a":1}}]}""", PartnerJson.WriteText(original));
        Assert.Equal("""{"lineItems":[{"quantity":2,"new":{"a":1}}]}""", PartnerJson.WriteText(copy));
    }
}
