using System;
using System.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Input that cannot be is refused before anything is sent, in words that name what can be.</summary>
public class CatalogCheckTests
{
    [Theory]
    [InlineData("US", "US")]
    [InlineData(" de ", "DE")]
    [InlineData("gB", "GB")]
    [InlineData("xk", "XK")]
    public void A_country_is_taken_in_any_case(string input, string code) => Assert.Equal(code, CatalogCheck.Country(input));

    [Theory]
    [InlineData("USA", "Did you mean US (United States)?")]
    [InlineData("AUT", "Did you mean AT (Austria)?")]
    [InlineData("germany", "Did you mean DE (Germany)?")]
    [InlineData("UK", "Did you mean GB (United Kingdom)?")]
    [InlineData("Korea", "Did you mean KP (North Korea) or KR (South Korea)?")]
    [InlineData("ZZ", null)]
    [InlineData("U", null)]
    [InlineData("en-US", null)]
    public void What_is_no_country_is_refused_with_what_was_meant(string input, string? remedy)
    {
        PartnerException refusal = Refused(() => CatalogCheck.Country(input));

        Assert.Equal($"'{input}' is not a country code. Two letters of ISO 3166-1 are expected, such as US, DE or GB.", refusal.Summary);
        Assert.Equal(remedy, refusal.RecommendedAction);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_country_must_be_there(string? input) => Assert.StartsWith("The country is missing. Two letters", Refused(() => CatalogCheck.Country(input)).Summary);

    [Fact]
    public void There_are_as_many_countries_as_in_the_standard_and_one()
    {
        Assert.Equal(250, Countries.All.Count);
        Assert.Equal(250, Countries.All.Select(country => country.Code).Distinct().Count());
        Assert.All(Countries.All, country => Assert.Matches("^[A-Z]{2}$", country.Code));
        Assert.All(Countries.All, country => Assert.Equal(country.Name.Trim(), country.Name));
        Assert.Contains(("TR", "Türkiye"), Countries.All);
    }

    [Theory]
    [InlineData("OnlineServices", "OnlineServices")]
    [InlineData(" onlineservices ", "OnlineServices")]
    [InlineData("AZURERESERVATIONSSQL", "AzureReservationsSQL")]
    [InlineData("marketplace-saas", "MarketplaceSaaS")]
    public void A_catalog_is_taken_in_any_spelling(string input, string view) => Assert.Equal(view, CatalogCheck.View(input));

    [Theory]
    [InlineData("Office")]
    [InlineData("0")]
    [InlineData("12")]
    [InlineData("-4")]
    public void A_catalog_that_is_none_is_refused_with_those_that_are(string input)
    {
        PartnerException refusal = Refused(() => CatalogCheck.View(input));

        Assert.Equal(
            $"'{input}' is not a catalog. One of these is expected: Azure, AzureReservations, AzureReservationsVM, AzureReservationsSQL, AzureReservationsCosmosDb, "
            + "MicrosoftAzure, OnlineServices, Software, SoftwareSUSELinux, SoftwarePerpetual, SoftwareSubscriptions, SpecializedOffers, MarketplaceSaaS.",
            refusal.Summary);
    }

    [Fact]
    public void A_list_of_products_needs_a_catalog()
    {
        using var transport = new ScriptedTransport();

        PartnerException refusal = Refused(() => _ = new PartnerClient(transport).Products.ByCountry("US").GetAsync());

        Assert.StartsWith("The catalog is missing. One of these is expected: Azure, ", refusal.Summary);
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData("Commercial", "commercial")]
    [InlineData("non profit", "nonprofit")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_segment_is_taken_in_any_spelling_or_left_out(string? input, string? segment) => Assert.Equal(segment, CatalogCheck.Segment(input));

    [Fact]
    public void A_segment_that_is_none_is_refused_with_those_that_are() =>
        Assert.Equal("'charity' is not a segment. One of these is expected: commercial, education, government, nonprofit.", Refused(() => CatalogCheck.Segment("charity")).Summary);

    [Theory]
    [InlineData("azure plan", "AzurePlan")]
    [InlineData(" ", null)]
    public void A_reservation_scope_is_taken_in_any_spelling_or_left_out(string input, string? scope) => Assert.Equal(scope, CatalogCheck.Scope(input));

    [Fact]
    public void A_reservation_scope_that_is_none_is_refused_with_the_one_that_is() =>
        Assert.Equal("'shared' is not a reservation scope. AzurePlan is expected.", Refused(() => CatalogCheck.Scope("shared")).Summary);

    [Theory]
    [InlineData("DZH318Z0BQ3Q")]
    [InlineData("9DEA7946-EC2C-441E-9FFD-E3B275F7E838")]
    [InlineData("MS-AZR-0145P")]
    public void A_product_id_is_kept_as_it_is(string id) => Assert.Equal(id, CatalogCheck.ProductId(" " + id + " "));

    [Theory]
    [InlineData("CFQ7TTC0LH18:0001:CFQ7TTC0K971")]
    [InlineData("Microsoft 365 E5")]
    [InlineData("../customers")]
    [InlineData("a?b")]
    [InlineData("é")]
    public void Text_that_cannot_be_a_product_id_is_refused(string id) =>
        Assert.Equal($"'{id}' is not a product id. One such as CFQ7TTC0LH18 is expected.", Refused(() => CatalogCheck.ProductId(id)).Summary);

    [Fact]
    public void A_missing_id_is_refused_by_name()
    {
        Assert.Equal("The product id is missing. One such as CFQ7TTC0LH18 is expected.", Refused(() => CatalogCheck.ProductId(" ")).Summary);
        Assert.Equal("The SKU id is missing. One such as 0001 is expected.", Refused(() => CatalogCheck.SkuId(null)).Summary);
        Assert.Equal("The availability id is missing. One such as CFQ7TTC0K971 is expected.", Refused(() => CatalogCheck.AvailabilityId("")).Summary);
        Assert.Equal("The promotion id is missing. One such as 39NFJQT1PJQB:0001:39NFJQT1Q5KN is expected.", Refused(() => CatalogCheck.PromotionId(null)).Summary);
    }

    [Fact]
    public void An_endless_id_is_refused() => Refused(() => CatalogCheck.ProductId(new string('A', 101)));

    [Theory]
    [InlineData("1", "0001")]
    [InlineData("42", "0042")]
    public void A_sku_id_that_lost_its_zeros_is_refused_with_them(string id, string meant)
    {
        PartnerException refusal = Refused(() => CatalogCheck.SkuId(id));

        Assert.Equal($"'{id}' is not a SKU id. It has four characters, zeros in front included.", refusal.Summary);
        Assert.Contains($"'{meant}'", refusal.RecommendedAction);
    }

    [Theory]
    [InlineData("0001")]
    [InlineData("00G1")]
    [InlineData("000S")]
    [InlineData("MS-AZR-0145P")]
    public void A_sku_id_is_kept_as_it_is(string id) => Assert.Equal(id, CatalogCheck.SkuId(id));

    private static PartnerException Refused(Action check)
    {
        var refusal = Assert.Throws<PartnerException>(check);
        Assert.Equal((PartnerErrorKind.InvalidInput, true), (refusal.Kind, refusal.NothingWasDone));
        return refusal;
    }
}
