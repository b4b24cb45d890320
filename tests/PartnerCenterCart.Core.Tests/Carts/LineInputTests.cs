using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What cannot be bought is refused before anything is sent.</summary>
public class LineInputTests
{
    [Fact]
    public Task A_cart_that_is_missing_is_refused() => Refused(null!, "The cart has no lines. At least one is expected.");

    [Fact]
    public Task A_cart_without_lines_is_refused() => Refused(new Cart(), "The cart has no lines. At least one is expected.");

    [Fact]
    public Task A_cart_with_an_empty_list_of_lines_is_refused() => Refused(new Cart { LineItems = new() }, "The cart has no lines.");

    [Fact]
    public Task A_cart_with_nothing_but_nulls_is_refused() => Refused(new Cart { LineItems = new() { null!, null! } }, "The cart has no lines.");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public Task A_line_without_a_catalog_item_id_is_refused(string? id) =>
        Refused(Sample.Cart(Sample.Line(), new CartLineItem { CatalogItemId = id, Quantity = 1 }), "Line 1 has no catalog item id. One such as CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5");

    [Theory]
    [InlineData(null, "has no quantity")]
    [InlineData(0, "has the quantity 0")]
    [InlineData(-3, "has the quantity -3")]
    public Task A_quantity_below_1_is_refused(int? quantity, string words) =>
        Refused(Sample.Cart(Sample.Line(quantity: quantity)), $"Line 0 ({Sample.CatalogItemId}) {words}", "at least 1 is expected");

    [Fact]
    public Task A_bad_add_on_is_refused_too()
    {
        CartLineItem line = Sample.Line();
        line.AddonItems = new() { Sample.Line(), Sample.Line(quantity: 0) };

        return Refused(Sample.Cart(line), "Line 2", "has the quantity 0");
    }

    [Theory]
    [InlineData("1Y")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1")]
    [InlineData("P1X")]
    [InlineData("P-1Y")]
    [InlineData("P1.5Y")]
    [InlineData("P1M1Y")]
    [InlineData("P1YT")]
    [InlineData("1 year")]
    [InlineData("yearly")]
    [InlineData("12")]
    [InlineData("P١Y")]
    public Task A_term_that_is_no_iso_8601_duration_is_refused(string term) =>
        Refused(Sample.Cart(Sample.Line(term: term)), $"'{term}' is not a term. An ISO 8601 duration is expected: P1M (a month), P1Y (a year), P3Y (three years).");

    [Theory]
    [InlineData("P1M", "P1M")]
    [InlineData("P1Y", "P1Y")]
    [InlineData("P3Y", "P3Y")]
    [InlineData("p1y", "P1Y")]
    [InlineData(" P1Y6M ", "P1Y6M")]
    [InlineData("P4W", "P4W")]
    [InlineData("P30D", "P30D")]
    [InlineData("P1DT12H30M1.5S", "P1DT12H30M1.5S")]
    public async Task A_term_is_sent_in_the_service_s_form(string term, string sent) =>
        Assert.Equal(sent, (string)(await Sample.SentAsync(Sample.Cart(Sample.Line(term: term))))["lineItems"]![0]!["termDuration"]!);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_blank_term_or_cycle_is_left_out(string? blank)
    {
        var line = (await Sample.SentAsync(Sample.Cart(Sample.Line(cycle: blank, term: blank))))["lineItems"]![0]!;

        Assert.Null(line["termDuration"]);
        Assert.Null(line["billingCycle"]);
    }

    [Fact]
    public async Task A_refused_change_sends_nothing_either()
    {
        using var transport = new ScriptedTransport();

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Carts.ById(Sample.CartId).PutAsync(new Cart()));

        Assert.Equal(PartnerErrorKind.InvalidInput, failure.Kind);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public void A_single_line_is_checked_with_its_add_ons_and_put_into_the_service_s_form()
    {
        CartLineItem line = Sample.Line(cycle: "Monthly", term: "p1m");
        line.AddonItems = new() { Sample.Line(cycle: "OneTime") };

        CartCheck.Line(line);

        Assert.Equal(("monthly", "P1M", "one_time"), (line.BillingCycle, line.TermDuration, line.AddonItems[0].BillingCycle));
        line.AddonItems[0].Quantity = 0;
        Assert.Throws<PartnerException>(() => CartCheck.Line(line));
    }

    private static async Task Refused(Cart cart, params string[] words)
    {
        using var transport = new ScriptedTransport();

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Carts.CreateAsync(cart));

        Assert.Equal(PartnerErrorKind.InvalidInput, failure.Kind);
        Assert.True(failure.NothingWasDone);
        Assert.All(words, word => Assert.Contains(word, failure.Message));
        Assert.NotNull(failure.RecommendedAction);
        Assert.Empty(transport.Requests);
    }
}
