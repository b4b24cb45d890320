using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class CartTests
{
    [Fact]
    public async Task A_cart_can_be_read_until_seven_days_after_its_creation()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        Assert.Equal("2025-06-10T12:00:00.0000000Z", (string?)cart.Json["creationTimestamp"]);
        Assert.Equal("2025-06-17T12:00:00.0000000Z", (string?)cart.Json["expirationTimestamp"]);

        string path = $"/v1/customers/{Seeds.Contoso}/carts/{cart.Id}";
        service.Emulator.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.True(JToken.DeepEquals(cart.Json, (await service.GetAsync(path)).Json));
        service.Emulator.Advance(TimeSpan.FromSeconds(1));
        Answer gone = await service.GetAsync(path);
        Assert.Equal((404, "800008"), (gone.Status, gone.Code));
        Answer refused = await service.CheckoutAsync(Seeds.Contoso, cart.Id);
        Assert.Equal((404, "800008"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task An_update_replaces_the_lines_and_keeps_the_cart()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(), Lines.Perpetual()));
        service.Emulator.Advance(TimeSpan.FromHours(1));
        JObject changed = cart.Json;
        changed["lineItems"]![0]!.Remove();
        ((JArray)changed["lineItems"]!).Add(Lines.SaaS());
        changed["status"] = "Ordered";
        changed["expirationTimestamp"] = "0001-01-01T00:00:00";
        Answer updated = await service.UpdateCartAsync(Seeds.Contoso, cart.Id, changed);

        Assert.Equal(200, updated.Status);
        Assert.Equal([1, 0], updated.Lines.Select(line => (int)line["id"]!));
        Assert.Equal([Seeds.Perpetual, Seeds.SaaS], updated.Lines.Select(line => (string)line["catalogItemId"]!));
        Assert.Equal(cart.Id, updated.Id);
        Assert.Equal("Active", (string?)updated.Json["status"]);
        Assert.Equal((string?)cart.Json["creationTimestamp"], (string?)updated.Json["creationTimestamp"]);
        Assert.Equal((string?)cart.Json["expirationTimestamp"], (string?)updated.Json["expirationTimestamp"]);
        Assert.NotEqual((string?)cart.Json["lastModifiedTimestamp"], (string?)updated.Json["lastModifiedTimestamp"]);
    }

    [Fact]
    public async Task Unknown_members_come_back_from_cart_and_lines()
    {
        await using TestService service = await TestService.StartAsync();
        JObject body = Lines.Cart(Lines.Seat().With("fromTomorrow", new JObject { ["Deep"] = 1.50m }));
        body["alsoNew"] = "text";
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, body);
        Answer updated = await service.UpdateCartAsync(Seeds.Contoso, cart.Id, cart.Json);
        Assert.Equal("text", (string?)updated.Json["alsoNew"]);
        Assert.Equal(1.50m, (decimal?)updated.Lines[0]["fromTomorrow"]!["Deep"]);
    }

    [Theory]
    [InlineData("Monthly")]
    [InlineData("MONTHLY")]
    [InlineData(1)]
    [InlineData("1")]
    public async Task Billing_cycles_are_understood_in_every_spelling_and_as_numbers(object cycle)
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat().With("billingCycle", JToken.FromObject(cycle))));
        Assert.Equal("monthly", (string?)cart.Lines[0]["billingCycle"]);
    }

    [Theory]
    [InlineData("OneTime")]
    [InlineData("oneTime")]
    [InlineData("onetime")]
    [InlineData("one_time")]
    public async Task One_time_answers_as_snake_case(string cycle)
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Perpetual().With("billingCycle", cycle)));
        Assert.Equal("one_time", (string?)cart.Lines[0]["billingCycle"]);
        Assert.Null(cart.Lines[0]["error"]);
    }

    [Fact]
    public async Task Nulls_texts_for_numbers_byte_order_marks_and_an_array_for_renews_to_are_read()
    {
        await using TestService service = await TestService.StartAsync();
        const string Body = "\uFEFF{\"LINEITEMS\":[{\"ID\":\"0\",\"catalogITEMid\":\"DZH318Z0C0WF:0001:DZH318Z0BP69\",\"quantity\":\"10\",\"billingCycle\":\"None\",\"termDuration\":\"P1M\",\"renewsTo\":[{\"termDuration\":\"P1Y\"}],\"participants\":null,\"promotionId\":null,\"provisioningContext\":null}]}";
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Body);
        Assert.Equal(201, cart.Status);
        Assert.Equal("P1Y", (string?)cart.Lines[0]["renewsTo"]!["termDuration"]);
        Assert.Equal(JTokenType.Integer, cart.Lines[0]["id"]!.Type);
        Assert.Null(cart.Lines[0]["error"]);
    }

    [Fact]
    public async Task Repeated_line_ids_are_made_distinct()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat().With("id", 0), Lines.Perpetual().With("id", 0), Lines.SaaS()));
        Assert.Equal([0, 1, 2], cart.Lines.Select(line => (int)line["id"]!));
    }

    [Fact]
    public async Task Lines_are_grouped_by_backend_publisher_kind_and_billing_cycle()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(
            Lines.Reservation(), Lines.Perpetual(), Lines.Seat(), Lines.Seat(Seeds.AddOnSeat), Lines.SaaS(), Lines.Seat(cycle: "annual"),
            new JObject { ["catalogItemId"] = Seeds.LegacyBase, ["quantity"] = 1, ["billingCycle"] = "monthly" }));
        Assert.All(cart.Lines, line => Assert.Null(line["error"]));
        Assert.Equal(["0", "0", "1", "1", "2", "3", "OMS-0"], cart.Lines.Select(line => (string)line["orderGroup"]!));
    }

    [Theory]
    [InlineData(Seeds.Contoso, "USD", 36.0)]
    [InlineData(Seeds.Fabrikam, "EUR", 34.2)]
    [InlineData(Seeds.Northwind, "GBP", 29.16)]
    public async Task Currency_and_price_follow_the_country_of_the_customer(string customer, string currency, decimal price)
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(customer, Lines.Cart(Lines.Seat(quantity: 2)));
        Assert.Equal(currency, (string?)cart.Lines[0]["currencyCode"]);
        Assert.Equal(price, (decimal)cart.Lines[0]["pricing"]!["listPrice"]!);
        Assert.Equal(price * 2 * 12, (decimal)cart.Lines[0]["pricing"]!["extendedPrice"]!);
    }

    [Fact]
    public async Task A_running_promotion_that_needs_no_id_is_applied()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(cycle: "annual")));
        Assert.Equal("39NFJQT1X27N:0002:39NFJQT1Q5KL", (string?)cart.Lines[0]["promotionId"]);
        Assert.Equal(432m * 0.95m, (decimal)cart.Lines[0]["pricing"]!["discountedPrice"]!);
    }

    [Fact]
    public async Task The_attestation_of_a_cart_survives_reading_and_putting_it_back()
    {
        await using TestService service = await TestService.StartAsync();
        JObject body = Lines.Cart(Lines.Seat().With("participants", new JArray(new JObject { ["key"] = "transaction_reseller", ["value"] = "5357564" })));
        body["partnerOnRecordAttestationAccepted"] = true;
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, body);
        Assert.Null(cart.Json["partnerOnRecordAttestationAccepted"]);
        Answer updated = await service.UpdateCartAsync(Seeds.Contoso, cart.Id, cart.Json);
        Assert.Equal(200, updated.Status);
    }

    [Fact]
    public async Task A_cart_belongs_to_its_customer()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat()));
        Answer answer = await service.GetAsync($"/v1/customers/{Seeds.Fabrikam}/carts/{cart.Id}");
        Assert.Equal((404, "800008"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_promotion_with_constraints_is_applied_to_those_who_meet_them()
    {
        const string FrontlineSeat = "CFQ7TTC0LH05:0001:CFQ7TTC0LH5A";
        const string Promotion = "39NFJQT1SNC7:0001:39NFJQT1Q5KM";
        await using TestService service = await TestService.StartAsync();
        async Task<string?> PromotionFor(string customer, int quantity) =>
            (string?)(await service.CreateCartAsync(customer, Lines.Cart(Lines.Seat(FrontlineSeat, quantity, "annual")))).Lines[0]["promotionId"];
        // It asks for 10 to 100 seats, a first purchase, and a product that must be owned.
        Assert.Null(await PromotionFor(Seeds.Contoso, 10));
        await service.SendAsync("POST", "/_emulator/subscriptions", new { customerId = Seeds.Contoso, offerId = "CFQ7TTC0MBMD:0002:CFQ7TTC0MBMA" });
        Assert.Equal(Promotion, await PromotionFor(Seeds.Contoso, 10));
        Assert.Null(await PromotionFor(Seeds.Contoso, 9));
        Assert.Null(await PromotionFor(Seeds.Contoso, 101));
        await service.SendAsync("POST", "/_emulator/subscriptions", new { customerId = Seeds.Contoso, offerId = FrontlineSeat });
        Assert.Null(await PromotionFor(Seeds.Contoso, 10));
    }

    [Fact]
    public async Task A_first_term_that_is_cut_short_is_prorated()
    {
        await using TestService service = await TestService.StartAsync();
        // 20 of the 30 days from 10 June.
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(Seeds.BaseSeat, 10, "monthly", "P1M").With("customTermEndDate", "2025-06-30T12:00:00Z")));
        JToken pricing = cart.Lines[0]["pricing"]!;
        Assert.Equal((43.2m, 28.8m, 288m), ((decimal)pricing["listPrice"]!, (decimal)pricing["proratedPrice"]!, (decimal)pricing["extendedPrice"]!));
    }

    [Fact]
    public async Task A_market_without_catalog_prices_has_carts_without_pricing()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync("c0000000-0000-4000-8000-000000000009", Lines.Cart(Lines.Seat()));
        Assert.Equal("CHF", (string?)cart.Lines[0]["currencyCode"]);
        Assert.Null(cart.Lines[0]["pricing"]);
        Assert.Null(cart.Lines[0]["error"]);
    }
}
