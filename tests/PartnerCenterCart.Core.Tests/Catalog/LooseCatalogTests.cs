using System.Linq;
using System.Threading.Tasks;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The forms that documents and service disagree about (contract: behaviours.md, section 13), and bodies that are not as they should be.</summary>
public class LooseCatalogTests
{
    [Theory]
    [InlineData("""{"code":"USD","symbol":"$"}""", "USD", "$")]
    [InlineData("\"USD\"", "USD", null)]
    public void A_currency_is_an_object_or_its_code(string json, string code, string? symbol)
    {
        var availability = PartnerJson.Read<Availability>($$"""{"defaultCurrency":{{json}}}""")!;

        Assert.Equal((code, symbol, code), (availability.DefaultCurrency!.Code, availability.DefaultCurrency.Symbol, availability.DefaultCurrency.ToString()));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("5")]
    public void A_currency_that_is_neither_is_no_currency(string json)
    {
        var availability = PartnerJson.Read<Availability>($$"""{"defaultCurrency":{{json}},"skuId":"0001"}""")!;

        Assert.Equal((string.Empty, "0001"), (availability.DefaultCurrency?.Code ?? string.Empty, availability.SkuId));
        Assert.Empty(availability.AdditionalProperties);
    }

    [Theory]
    [InlineData("""[{"startDate":"a"},{"startDate":"b"}]""", 2)]
    [InlineData("""{"startDate":"a"}""", 1)]
    [InlineData("""[{"startDate":"a"},[],null,"x"]""", 1)]
    [InlineData("[]", 0)]
    public void Properties_of_a_specialized_offer_are_a_list_or_an_object(string json, int count)
    {
        Sku sku = PartnerJson.Read<Sku>($$"""{"specializedOfferProperties":{{json}}}""")!;

        Assert.Equal(count, sku.SpecializedOfferProperties!.Count);
        Assert.All(sku.SpecializedOfferProperties, properties => Assert.NotNull(properties.StartDate));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("5")]
    public void A_list_that_is_none_is_empty_or_missing(string json)
    {
        var availability = PartnerJson.Read<Availability>($$"""{"terms":{{json}},"skuId":"0001"}""")!;

        Assert.Empty(availability.Terms ?? new());
        Assert.Equal("0001", availability.SkuId);
        Assert.Empty(availability.AdditionalProperties);
    }

    [Theory]
    [InlineData("policyType")]
    [InlineData("type")]
    [InlineData("Type")]
    public void The_kind_of_a_discount_has_two_names(string name)
    {
        var policy = PartnerJson.Read<SpecializedOfferPricingPolicy>($$"""{"{{name}}":"PercentDiscount"}""")!;

        Assert.Equal("PercentDiscount", policy.PolicyType);
        Assert.Empty(policy.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"0.001\"")]
    [InlineData("0.001")]
    public void The_least_commitment_is_a_number_or_text_and_goes_back_as_it_came(string amount)
    {
        string json = $$"""{"amount":{{amount}}}""";
        var commitment = PartnerJson.Read<MinimumPurchaseCommitment>(json)!;

        Assert.Equal(0.001m, commitment.Amount);
        Assert.Equal(json, PartnerJson.WriteText(commitment));
    }

    [Fact]
    public void Text_lists_take_one_text_and_drop_what_is_no_text() =>
        Assert.Equal(
            new[] { "monthly", "5" },
            PartnerJson.Read<Sku>("""{"supportedBillingCycles":["monthly",null,5,{}],"actions":"Refund"}""") is { Actions: ["Refund"] } sku ? sku.SupportedBillingCycles : null);

    [Fact]
    public void Free_attributes_of_any_kind_are_plain_values_and_are_found_whatever_their_case()
    {
        Sku sku = PartnerJson.Read<Sku>(Fixture.Text("core/sku.json"))!;

        Assert.Equal(1413L, sku.DynamicAttribute("RANK"));
        Assert.Equal(0.25m, sku.DynamicAttribute("ratio"));
        Assert.Equal(new object[] { "a:1", "b:2" }, sku.DynamicAttribute("PrerequisiteSkus"));
        Assert.Null(sku.DynamicAttribute("upgradeTargetOffers"));
        Assert.Null(sku.DynamicAttribute("missing"));
        Assert.True(sku.IsAddon);
        Assert.Null(new Sku().IsAddon);
        Assert.Null(PartnerJson.Read<Sku>("""{"dynamicAttributes":{"isAddon":"perhaps"}}""")!.IsAddon);
    }

    [Fact]
    public void A_sku_tells_what_it_requires_in_any_spelling()
    {
        Sku sku = PartnerJson.Read<Sku>("""{"purchasePrerequisites":["inventoryCheck","Unheard"]}""")!;

        Assert.True(sku.Requires(PurchasePrerequisite.InventoryCheck));
        Assert.True(sku.Requires("unheard"));
        Assert.False(sku.Requires(PurchasePrerequisite.MicrosoftCustomerAgreement));
        Assert.False(new Sku().Requires(PurchasePrerequisite.InventoryCheck));
    }

    [Fact]
    public void Members_in_PascalCase_are_the_same_members()
    {
        Product product = PartnerJson.Read<Product>("""{"Id":"a","ProductType":{"SubType":{"Id":"SaaS"},"Id":"Azure"}}""")!;

        Assert.Equal(("a", "Azure/SaaS"), (product.ProductId, product.ProductType!.ToString()));
        Assert.Empty(product.AdditionalProperties);
    }

    [Fact]
    public async Task What_is_no_object_in_a_list_is_left_out_of_it()
    {
        using var transport = new ScriptedTransport(
            Answer.Fixture("contract/skus-list-response-reservations.json"),
            Answer.Json("""{"items":[[],"x",7,null,[{"id":"inner"}],{"id":"0001"}]}"""));
        SkuCollectionOperations skus = new PartnerClient(transport).Products.ByCountry("US").ById("DZH318Z0BQ5S").Skus;

        Assert.Equal(new[] { "0001", "0002" }, (await skus.GetAsync()).Items.Select(sku => sku.Id));
        Assert.Equal(new[] { "0001" }, (await skus.GetAsync()).Items.Select(sku => sku.Id));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("\"text\"")]
    [InlineData("{\"id\":")]
    [InlineData("<html></html>")]
    public async Task An_answer_that_is_no_product_is_unreadable(string body)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => new PartnerClient(transport).Products.ByCountry("US").ById("DZH318Z0BQ5S").GetAsync());

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
    }
}
