using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Lines count from 0 and add-ons continue the numbering (models.md, section 5); ids stay stable through updates.</summary>
public class LineNumberTests
{
    [Fact]
    public Task Lines_without_ids_count_from_0() => Numbered(new[] { 0, 1, 2 }, Sample.Line(), Sample.Line(), Sample.Line());

    [Fact]
    public Task Given_ids_are_kept() => Numbered(new[] { 7, 3, 5 }, Sample.Line(7), Sample.Line(3), Sample.Line(5));

    [Fact]
    public Task New_lines_get_the_numbers_after_the_highest() => Numbered(new[] { 8, 4, 9, 7 }, Sample.Line(), Sample.Line(4), Sample.Line(), Sample.Line(7));

    [Fact]
    public Task Lines_with_the_same_id_are_counted_anew() => Numbered(new[] { 0, 1, 2 }, Sample.Line(0), Sample.Line(0), Sample.Line(5));

    [Fact]
    public async Task Add_ons_continue_the_numbering()
    {
        CartLineItem first = Sample.Line();
        first.AddonItems = new() { Sample.Line(), Sample.Line() };

        JObject sent = await Sample.SentAsync(Sample.Cart(first, Sample.Line()));

        Assert.Equal(new[] { 0, 3 }, sent["lineItems"]!.Select(line => (int)line["id"]!));
        Assert.Equal(new[] { 1, 2 }, sent["lineItems"]![0]!["addonItems"]!.Select(line => (int)line["id"]!));
    }

    [Fact]
    public async Task An_add_on_with_the_id_of_a_line_makes_all_count_anew()
    {
        CartLineItem first = Sample.Line(0);
        first.AddonItems = new() { Sample.Line(0) };

        JObject sent = await Sample.SentAsync(Sample.Cart(first));

        Assert.Equal((0, 1), ((int)sent["lineItems"]![0]!["id"]!, (int)sent["lineItems"]![0]!["addonItems"]![0]!["id"]!));
    }

    [Fact]
    public async Task Nulls_among_the_lines_are_left_out()
    {
        CartLineItem line = Sample.Line();
        line.AddonItems = new() { null!, Sample.Line() };

        JObject sent = await Sample.SentAsync(new Cart { LineItems = new() { null!, line } });

        Assert.Equal(0, (int)Assert.Single(sent["lineItems"]!)["id"]!);
        Assert.Equal(1, (int)Assert.Single(sent["lineItems"]![0]!["addonItems"]!)["id"]!);
    }

    [Fact]
    public async Task The_same_line_given_twice_is_two_lines()
    {
        CartLineItem line = Sample.Line();

        JObject sent = await Sample.SentAsync(Sample.Cart(line, line));

        Assert.Equal(new[] { 0, 1 }, sent["lineItems"]!.Select(l => (int)l["id"]!));
    }

    [Fact]
    public async Task The_cart_that_was_given_is_not_changed()
    {
        CartLineItem line = Sample.Line(cycle: "OneTime", term: "p1y");
        line.AddonItems = new() { Sample.Line(cycle: "Monthly") };
        Cart cart = Sample.Cart(line, Sample.Line());
        string before = PartnerJson.WriteText(cart);

        await Sample.SentAsync(cart);

        Assert.Equal(before, PartnerJson.WriteText(cart));
        Assert.Null(cart.Id);
        Assert.All(cart.AllLines(), l => Assert.Null(l.Id));
    }

    [Fact]
    public void A_copy_for_another_cart_leaves_its_place_and_the_service_s_findings_behind()
    {
        var line = PartnerJson.Read<CartLineItem>("""
            {"id":3,"catalogItemId":"a:b:c","orderGroup":"OMS-0","error":{"errorCode":"10001"},"pricing":{"price":1.0},"friendlyName":"kept","xNew":1,
             "addonItems":[{"id":4,"orderGroup":"OMS-0","friendlyName":"kept too"}]}
            """)!;

        Assert.Equal(
            """{"catalogItemId":"a:b:c","friendlyName":"kept","addonItems":[{"friendlyName":"kept too"}],"xNew":1}""",
            PartnerJson.WriteText(line.AsNew()));
    }

    private static async Task Numbered(int[] expected, params CartLineItem[] lines)
    {
        JObject sent = await Sample.SentAsync(Sample.Cart(lines));

        Assert.Equal(expected, sent["lineItems"]!.Select(line => (int)line["id"]!));
    }
}
