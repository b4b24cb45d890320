using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class SubscriptionTests
{
    private const string List = "/v1/customers/" + Seeds.Contoso + "/subscriptions";

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task An_azure_subscription_is_registered_and_then_takes_reservations(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        const string Path = List + "/" + Seeds.UnregisteredSubscription;
        Assert.Equal("NotRegistered", (string?)(await service.GetAsync(Path + "/registrationstatus")).Json["status"]);
        Answer registered = await service.SendAsync("POST", Path + "/registrations");
        Assert.Equal(202, registered.Status);
        Assert.Equal($"/customers/{Seeds.Contoso}/subscriptions/{Seeds.UnregisteredSubscription}/registrationstatus", registered.Header("Location"));
        Assert.Equal("Registering", (string?)(await service.GetAsync(Path + "/registrationstatus")).Json["status"]);
        Assert.Equal("subscription_not_registered", await ReservationErrorAsync(service));
        service.Emulator.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("Registered", (string?)(await service.GetAsync(Path + "/registrationstatus")).Json["status"]);
        Assert.Null(await ReservationErrorAsync(service));
        Assert.Equal(202, (await service.SendAsync("POST", Path + "/registrations")).Status);
        Assert.Equal("Registered", (string?)(await service.GetAsync(Path + "/registrationstatus")).Json["status"]);
    }

    [Theory]
    [InlineData("POST", Seeds.LicenceSubscription + "/registrations", 400, "800011")]
    [InlineData("GET", Seeds.LicenceSubscription + "/registrationstatus", 400, "800011")]
    [InlineData("POST", Seeds.SuspendedSubscription + "/registrations", 400, "800012")]
    [InlineData("GET", "11111111-1111-4111-8111-111111111111", 404, "20003")]
    [InlineData("POST", "11111111-1111-4111-8111-111111111111/registrations", 404, "20003")]
    [InlineData("GET", "customTermEndDates", 400, "3000")]
    [InlineData("GET", "customTermEndDates?term_duration=P2Y", 400, "800121")]
    [InlineData("GET", "customTermEndDates?term_duration=P1Y&term_start_date=2025-06-09", 400, "3000")]
    [InlineData("GET", "customTermEndDates?term_duration=P1Y&target_coterm_subscription_id=nothing", 404, "20003")]
    public async Task Wrong_questions_are_refused(string method, string path, int status, string code)
    {
        await using TestService service = await TestService.StartAsync();
        Answer answer = await service.SendAsync(method, List + "/" + path);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_bought_subscription_appears_by_its_order_when_provisioned_and_the_lag_is_over()
    {
        await using TestService service = await TestService.StartAsync();
        Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat(quantity: 7).With("friendlyName", "desks")));
        string order = (string)(await service.CheckoutAsync(Seeds.Contoso, cart.Id)).Json["orders"]![0]!["id"]!;
        Assert.Empty((await service.GetAsync($"{List}?order_id={order}")).Json["items"]!);
        service.Emulator.Advance(TimeSpan.FromMinutes(4));
        Assert.Empty((await service.GetAsync($"{List}?order_id={order}")).Json["items"]!);
        Assert.Equal(6, (await service.GetAsync(List)).Json["items"]!.Count());
        service.Emulator.Advance(TimeSpan.FromMinutes(12));
        JToken held = Assert.Single((await service.GetAsync($"{List}?order_id={order}")).Json["items"]!);
        Assert.Equal(("desks", 7, "active"), ((string?)held["friendlyName"], (int)held["quantity"]!, (string?)held["status"]));
        Assert.Equal("OnlineServicesNCE", (string?)held["productType"]!["id"]);
        Assert.Equal(held.ToString(), (await service.GetAsync($"{List}/{held["id"]}")).Json.ToString());
    }

    [Fact]
    public async Task Custom_end_dates_are_month_ends_and_the_ends_of_held_seats()
    {
        await using TestService service = await TestService.StartAsync();
        JToken[] dates = (await service.GetAsync(List + "/customTermEndDates?term_duration=P1Y")).Json["items"]!.ToArray();
        Assert.Equal(12, dates.Count(date => (string?)date["allowedCustomTermEndDateType"] == "calendarMonthAligned"));
        JToken aligned = Assert.Single(dates, date => (string?)date["allowedCustomTermEndDateType"] == "subscriptionAligned");
        Assert.Equal(["a0000000-0000-4000-8000-000000000005"], aligned["cotermSubscriptionIds"]!.Values<string>());
        Assert.Single((await service.GetAsync(List + "/customTermEndDates?TermDuration=P1M")).Json["items"]!);
        JToken target = Assert.Single((await service.GetAsync(List + "/customTermEndDates?term_duration=P1Y&target_coterm_subscription_id=a0000000-0000-4000-8000-000000000005")).Json["items"]!);
        Assert.Equal((string?)aligned["allowedCustomTermEndDate"], (string?)target["allowedCustomTermEndDate"]);
        // What is offered is accepted.
        foreach (JToken date in dates)
        {
            Answer cart = await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Seat().With("customTermEndDate", date["allowedCustomTermEndDate"])));
            Assert.Null(cart.Lines[0]["error"]);
        }
    }

    [Fact]
    public async Task The_token_of_custom_end_dates_is_in_a_header_of_the_answer()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { pageSize = 10 });
        Answer first = await service.GetAsync(List + "/customTermEndDates?term_duration=P1Y");
        Assert.Equal(10, first.Json["items"]!.Count());
        service.Client.DefaultRequestHeaders.TryAddWithoutValidation("MS-ContinuationToken", first.Header("MS-ContinuationToken"));
        Answer second = await service.GetAsync(List + "/customTermEndDates?term_duration=P1Y");
        Assert.Equal(3, second.Json["items"]!.Count());
        Assert.Null(second.Header("MS-ContinuationToken"));
    }

    [Fact]
    public async Task Subscriptions_answer_as_published()
    {
        await using TestService service = await TestService.StartAsync();
        Answer azure = await service.GetAsync("/v1/customers/4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04/subscriptions/A356AC8C-E310-44F4-BF85-C7F29044AF99");
        // Seeds know no creation date, and the etag is of another version.
        AssertDifferences("subscription-get-response-azure", azure.Json, ["~creationDate", "~effectiveStartDate", "~attributes.etag"]);
        Answer seats = await service.GetAsync("/v1/customers/d8202a51-69f9-4228-b900-d0e081af17d7/subscriptions/a4c1340d-6911-4758-bba3-0c4c6007d161");
        // Refunds belong to the step about changing subscriptions; the published start is given to the tenth of a microsecond.
        AssertDifferences("subscription-get-response-new-commerce", seats.Json, ["~effectiveStartDate", "~autoRenewEnabled", "-refundOptions", "-refundableQuantity"]);
        Answer list = await service.GetAsync("/v1/customers/954ca09a-1132-4088-bb58-30438dea2756/subscriptions");
        AssertDifferences("subscriptions-list-response-new-commerce", list.Json, ["~items[0].effectiveStartDate", "+items[0].commitmentEndDateTime", "-items[0].cancellationAllowedUntilDate"]);
        Answer partner = await service.GetAsync("/v1/customers/c501c3c4-d776-40ef-9ecf-9cefb59442c1/subscriptions?mpn_id=4847383");
        AssertDifferences("subscriptions-list-by-partner-response", partner.Json,
            ["~items[0].friendlyName", "~items[0].creationDate", "~items[0].effectiveStartDate", "~items[0].commitmentEndDate", "+links"]);
    }

    [Fact]
    public async Task A_registration_survives_a_restart()
    {
        string path = System.IO.Path.Combine(System.IO.Directory.CreateTempSubdirectory("emulator-registration-").FullName, "state.jsonl");
        var options = new EmulatorOptions { StartTime = TestService.Start, StatePath = path };
        await using (TestService before = await TestService.StartAsync(options: options))
        {
            await before.SendAsync("POST", $"{List}/{Seeds.UnregisteredSubscription}/registrations");
            before.Emulator.Advance(TimeSpan.FromMinutes(1));
        }

        await using TestService after = await TestService.StartAsync(options: options);
        Assert.Equal("Registered", (string?)(await after.GetAsync($"{List}/{Seeds.UnregisteredSubscription}/registrationstatus")).Json["status"]);
    }

    private static async Task<string?> ReservationErrorAsync(TestService service) =>
        (string?)(await service.CreateCartAsync(Seeds.Contoso, Lines.Cart(Lines.Reservation(Seeds.UnregisteredSubscription)))).Lines[0]["error"]?["errorCode"];

    private static void AssertDifferences(string published, JToken answered, string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), JsonDifference.Between(ContractExample.Read(published), answered).Order(StringComparer.Ordinal));
}
