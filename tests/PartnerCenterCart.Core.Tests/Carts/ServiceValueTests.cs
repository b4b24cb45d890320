using System;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What came from the service and was not changed is not ours to judge, however odd it is.</summary>
public class ServiceValueTests
{
    private const string Odd = """
        {
          "id": "2517c51b-58cd-4abe-87ed-3ab812401ab4",
          "xCart": { "kept": true },
          "lineItems": [
            { "id": 0, "catalogItemId": "a:b:c", "quantity": 0, "billingCycle": "per_decade", "termDuration": "ten years", "xLine": [1] },
            { "id": 1, "catalogItemId": "d:e:f", "quantity": "5", "billingCycle": 4, "termDuration": "",
              "addonItems": [ { "id": 2, "catalogItemId": "g:h:i", "billingCycle": "Monthly" } ] }
          ]
        }
        """;

    [Fact]
    public async Task A_cart_goes_back_as_it_came() => JsonComparison.Same(Fixture.Parse(Odd), await PutAsync(_ => { }));

    [Fact]
    public async Task One_changed_line_leaves_every_other_as_it_came()
    {
        JToken expected = Fixture.Parse(Odd);
        expected["lineItems"]![1]!["quantity"] = 6;

        JsonComparison.Same(expected, await PutAsync(cart => cart.LineItems![1].Quantity = 6));
    }

    [Fact]
    public async Task A_new_line_leaves_every_other_as_it_came()
    {
        JToken expected = Fixture.Parse(Odd);
        ((JArray)expected["lineItems"]!).Add(new JObject
        {
            ["id"] = 3,
            ["catalogItemId"] = Sample.CatalogItemId,
            ["quantity"] = 1,
            ["billingCycle"] = "monthly",
            ["termDuration"] = "P1Y",
        });

        JsonComparison.Same(expected, await PutAsync(cart => cart.LineItems!.Add(Sample.Line())));
    }

    [Fact]
    public async Task A_removed_line_leaves_every_other_as_it_came()
    {
        JToken expected = Fixture.Parse(Odd);
        expected["lineItems"]![0]!.Remove();

        JsonComparison.Same(expected, await PutAsync(cart => cart.LineItems!.RemoveAt(0)));
    }

    [Fact]
    public Task A_quantity_that_was_changed_to_0_is_refused() => RefusedAsync(cart => cart.LineItems![1].Quantity = 0);

    [Fact]
    public Task A_cycle_that_was_changed_to_something_unknown_is_refused() => RefusedAsync(cart => cart.LineItems![0].BillingCycle = "per_century");

    [Fact]
    public Task A_term_that_was_changed_to_something_else_is_refused() => RefusedAsync(cart => cart.LineItems![0].TermDuration = "a year");

    [Fact]
    public async Task A_cart_without_an_id_gets_that_of_the_call()
    {
        JObject sent = await PutAsync(cart => cart.Id = null);

        Assert.Equal(Sample.CartId, (string)sent["id"]!);
    }

    [Fact]
    public async Task A_line_for_another_cart_keeps_the_cycle_and_the_term_that_the_service_gave_it()
    {
        Cart cart = await ReadAsync();
        CartLineItem line = cart.LineItems![0].AsNew();
        line.Quantity = 1;

        JObject sent = await Sample.SentAsync(Sample.Cart(line));

        Assert.Equal(("per_decade", "ten years"), ((string)sent["lineItems"]![0]!["billingCycle"]!, (string)sent["lineItems"]![0]!["termDuration"]!));
    }

    private static async Task<Cart> ReadAsync()
    {
        using var transport = new ScriptedTransport(Answer.Json(Odd));
        return await Sample.Customer(transport).Carts.ById(Sample.CartId).GetAsync();
    }

    private static async Task<JObject> PutAsync(Action<Cart> change)
    {
        Cart cart = await ReadAsync();
        change(cart);
        using var transport = new ScriptedTransport(Answer.Json(Odd));
        await Sample.Customer(transport).Carts.ById(Sample.CartId).PutAsync(cart);
        return Sample.Body(transport.Request);
    }

    private static async Task RefusedAsync(Action<Cart> change)
    {
        Cart cart = await ReadAsync();
        change(cart);
        using var transport = new ScriptedTransport();

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Carts.ById(Sample.CartId).PutAsync(cart));

        Assert.Equal(PartnerErrorKind.InvalidInput, failure.Kind);
        Assert.Empty(transport.Requests);
    }
}
