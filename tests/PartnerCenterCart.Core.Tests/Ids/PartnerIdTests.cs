using System;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class PartnerIdTests
{
    [Theory]
    [InlineData("28045616-f6b9-462f-9701-0d89b5e65c44")]
    [InlineData("28045616-F6B9-462F-9701-0D89B5E65C44")]
    [InlineData(" 28045616-f6b9-462f-9701-0d89b5e65c44\t")]
    public void A_guid_is_a_customer_and_a_cart_id(string id)
    {
        Assert.Equal(id.Trim(), PartnerId.Customer(id));
        Assert.Equal(id.Trim(), PartnerId.Cart(id));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("contoso.onmicrosoft.com")]
    [InlineData("28045616f6b9462f97010d89b5e65c44")]
    [InlineData("{28045616-f6b9-462f-9701-0d89b5e65c44}")]
    [InlineData("28045616-f6b9-462f-9701-0d89b5e65c4")]
    [InlineData("28045616-f6b9-462f-9701-0d89b5e65c444")]
    [InlineData("28045616-f6b9-462f-9701-0d89b5e65c4g")]
    [InlineData("28045616-f6b9-462f-9701-0d89b5e65c44/../x")]
    [InlineData("0x045616-f6b9-462f-9701-0d89b5e65c44")]
    [InlineData("+8045616-f6b9-462f-9701-0d89b5e65c44")]
    public void Anything_else_is_refused_with_what_is_expected(string id)
    {
        Refused(() => PartnerId.Customer(id), id, "customer id", "tenant id");
        Refused(() => PartnerId.Cart(id), id, "cart id", "New-PartnerCustomerCart");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_missing_id_is_said_to_be_missing(string? id)
    {
        Refused(() => PartnerId.Customer(id), "customer id is missing");
        Refused(() => PartnerId.Cart(id), "cart id is missing");
        Refused(() => PartnerId.Order(id), "order id");
    }

    [Theory]
    [InlineData("a68736758d9c")]
    [InlineData("3c6f2530-1e31-4088-8230-dd1c31a18bce")]
    [InlineData("311qiN8iFwkv-XARWMvXRYAwYKMACVqv1")]
    [InlineData("HVu_cO8Ea7fNRQP4ia1QTpZap-kg_7P71")]
    [InlineData(" a68736758d9c ")]
    public void Every_published_kind_of_order_id_is_one(string id) => Assert.Equal(id.Trim(), PartnerId.Order(id));

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("a?b")]
    [InlineData("a%2Fb")]
    [InlineData("ordre-é")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f123456789g1234")]
    public void What_cannot_be_an_order_id_is_refused(string id) => Refused(() => PartnerId.Order(id), id, "order id", "12 hex digits");

    [Fact]
    public void Bad_ids_are_refused_before_anything_is_sent()
    {
        using var transport = new ScriptedTransport();
        using var client = new PartnerClient(transport);

        Refused(() => client.Customers.ById("contoso"), "customer id");
        Refused(() => client.Customers.ById(Sample.CustomerId).Carts.ById("1"), "cart id");
        Refused(() => client.Customers.ById(Sample.CustomerId).Orders.ById("a/b"), "order id");

        Assert.Empty(transport.Requests);
    }

    private static void Refused(Func<object> action, params string[] words)
    {
        var failure = Assert.Throws<PartnerException>(action);
        Assert.Equal(PartnerErrorKind.InvalidInput, failure.Kind);
        Assert.True(failure.NothingWasDone);
        Assert.All(words, word => Assert.Contains(word, failure.Message));
    }
}
