using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>A bad line does not fail the call: the line gets an error.</summary>
public class LineErrorTests
{
    public static TheoryData<string, string> BadLines()
    {
        var data = new TheoryData<string, string>();
        void Add(string error, JObject line) => data.Add(error, line.ToString(Newtonsoft.Json.Formatting.None));
        Add("catalog_item_id_is_not_valid", Lines.Seat("CFQ7TTC0NONE:0001:CFQ7TTC0NONE"));
        Add("billing_plan_not_supported", Lines.Seat(cycle: "one_time"));
        Add("billing_plan_not_supported", Lines.Seat(Seeds.LimitedSeat, term: "P1M"));
        Add("billing_plan_not_supported", Lines.Perpetual().With("billingCycle", "monthly"));
        Add("invalid_input", Lines.Perpetual().With("termDuration", "P1Y"));
        Add("invalid_input", Lines.Seat().With("termDuration", null));
        Add("max_allowed_seats_per_subscription_exceeded", Lines.Seat(Seeds.LimitedSeat, 301));
        Add("quota_not_available", Lines.Perpetual(1001));
        Add("attestation_not_accepted", Lines.Seat(Seeds.Attested));
        Add("base_offer_seat_quantity_not_met", Lines.Seat(Seeds.AddOnSeat));
        Add("minimum_add_on_seats_not_met", Lines.Seat(Seeds.AddOnSeat, 4));
        Add("subscription_is_not_valid", Lines.Reservation("b0000000-0000-4000-8000-000000000009"));
        Add("subscription_is_not_valid", Lines.Reservation(Seeds.SuspendedSubscription));
        Add("subscription_is_not_valid", Lines.Reservation(Seeds.LicenceSubscription));
        Add("subscription_not_registered", Lines.Reservation(Seeds.UnregisteredSubscription));
        Add("invalid_input", Lines.Reservation(scope: "everywhere"));
        Add("inventory_not_available", Lines.Reservation(item: Seeds.SoldOutReservation));
        Add("invalid_promotion_id", Lines.Seat().With("promotionId", "39NFJQT1NONE:0001:39NFJQT1NONE"));
        Add("invalid_promotion_id", Lines.Seat("CFQ7TTC0HD33:0003:CFQ7TTC0HD3V", cycle: "annual").With("promotionId", "39NFJQT1PJQB:0001:39NFJQT1Q5KN"));
        Add("invalid_custom_term_end_date", Lines.Seat().With("customTermEndDate", "2025-12-24T00:00:00Z"));
        Add("invalid_custom_term_end_date", Lines.Seat().With("customTermEndDate", "2025-05-31T00:00:00Z"));
        Add("invalid_custom_term_end_date", Lines.Seat().With("customTermEndDate", "2027-12-31T00:00:00Z"));
        Add("invalid_custom_term_end_date_product", Lines.SaaS().With("customTermEndDate", "2025-06-30T00:00:00Z"));
        Add("legacy_offer_not_eligible_for_purchase", new JObject { ["catalogItemId"] = Seeds.WithdrawnOffer, ["quantity"] = 1, ["billingCycle"] = "monthly" });
        Add("subscription_is_not_valid", new JObject { ["catalogItemId"] = Seeds.LegacyAddOn, ["quantity"] = 1, ["billingCycle"] = "monthly" });
        return data;
    }

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_bad_line_says_what_is_wrong_and_the_other_line_is_fine(string error, string line)
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(JObject.Parse(line), Lines.Perpetual()));
        Assert.Equal(201, cart.Status);
        Assert.Equal(error, (string?)cart.Lines[0]["error"]?["errorCode"]);
        Assert.False(string.IsNullOrEmpty((string?)cart.Lines[0]["error"]!["errorDescription"]));
        Assert.Null(cart.Lines[0]["pricing"]);
        Assert.Null(cart.Lines[1]["error"]);
    }

    [Fact]
    public async Task A_line_is_judged_again_when_the_cart_is_put_back()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(Seeds.LimitedSeat, 400)));
        JObject smaller = cart.Json;
        smaller["lineItems"]![0]!["quantity"] = 300;
        Answer updated = await service.UpdateCartAsync(Seeds.Contoso, cart.Id, smaller);
        Assert.Null(updated.Lines[0]["error"]);
        Assert.NotNull(updated.Lines[0]["pricing"]);
    }

    [Theory]
    [InlineData("2025-06-30T00:00:00Z", "P1M")]
    [InlineData("2025-12-31T00:00:00", "P1Y")]
    [InlineData("0001-01-01T00:00:00", "P1Y")]
    public async Task A_month_end_and_the_no_date_sentinel_are_fine_as_custom_end(string end, string term)
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(term: term).With("customTermEndDate", end)));
        Assert.Null(cart.Lines[0]["error"]);
    }

    [Fact]
    public async Task Seats_that_the_customer_holds_count_for_an_add_on()
    {
        await using TestService service = await TestService.StartAsync();
        Answer held = await service.SendAsync("POST", "/_emulator/subscriptions", new { customerId = Seeds.Contoso, offerId = Seeds.BaseSeat, quantity = 8 });
        Assert.Equal(201, held.Status);
        Answer enough = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(Seeds.AddOnSeat, 8)));
        Answer tooMany = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(Seeds.AddOnSeat, 9)));
        Assert.Null(enough.Lines[0]["error"]);
        Assert.Equal("base_offer_seat_quantity_not_met", (string?)tooMany.Lines[0]["error"]!["errorCode"]);
    }

    [Fact]
    public async Task An_accepted_attestation_is_fine()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(Seeds.Attested).With("attestationAccepted", true)));
        Assert.Null(cart.Lines[0]["error"]);
    }

    [Fact]
    public async Task New_commerce_add_ons_do_not_nest()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat().With("addonItems", new JArray(Lines.Seat(Seeds.AddOnSeat)))));
        Assert.Equal("invalid_input", (string?)cart.Lines[0]["addonItems"]!.Single()["error"]!["errorCode"]);
    }
}
