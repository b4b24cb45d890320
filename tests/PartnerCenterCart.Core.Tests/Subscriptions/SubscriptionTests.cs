using System;
using System.Linq;
using System.Threading.Tasks;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class SubscriptionTests
{
    private const string Id = "a4c1340d-6911-4758-bba3-0c4c6007d161";
    private const string Path = $"/v1/customers/{Sample.CustomerId}/subscriptions";

    [Fact]
    public async Task Subscriptions_are_listed()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/subscriptions-list-response-new-commerce.json"));

        Subscription subscription = (await Sample.Customer(transport).Subscriptions.GetAsync()).Items.Single();

        Assert.Equal(("subscriptions.list", "GET", Path, RetryClass.Read), Sent(transport));
        Assert.Equal(("924671ba-eab9-45d7-95ed-dbd9477f182b", Sample.CustomerId), (subscription.SubscriptionId, subscription.CustomerId));
    }

    [Fact]
    public async Task A_subscription_is_read()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/subscription-get-response-new-commerce.json"));

        Subscription subscription = await Sample.Customer(transport).Subscriptions.ById(Id).GetAsync();

        Assert.Equal(("subscriptions.get", "GET", $"{Path}/{Id}", RetryClass.Read), Sent(transport));
        Assert.Equal((Id, Sample.CustomerId, 15, 10), (subscription.SubscriptionId, subscription.CustomerId, subscription.Quantity, subscription.RefundableQuantity!.TotalQuantity));
        Assert.Equal(new DateTimeOffset(2021, 1, 15, 0, 0, 0, TimeSpan.Zero), subscription.RefundOptions!.Single().ExpiresAt);
    }

    [Theory]
    [InlineData("NotRegistered", false)]
    [InlineData("registering", false)]
    [InlineData("Registered", true)]
    public async Task The_registration_for_reservations_is_read(string state, bool registered)
    {
        using var transport = new ScriptedTransport(Answer.Json($$"""{"subscriptionId":"{{Id}}","status":"{{state}}"}"""));

        SubscriptionRegistrationStatus status = await Sample.Customer(transport).Subscriptions.ById(Id).RegistrationStatus.GetAsync();

        Assert.Equal(("subscriptions.registrationStatus", "GET", $"{Path}/{Id}/registrationstatus", RetryClass.Read), Sent(transport));
        Assert.Equal((state, registered, Sample.CustomerId), (status.Status, status.IsRegistered, status.CustomerId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    public void An_id_that_cannot_be_is_refused_before_anything_is_sent(string id)
    {
        using var transport = new ScriptedTransport();

        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => Sample.Customer(transport).Subscriptions.ById(id)).Kind);
    }

    [Theory]
    [InlineData("expiresAt")]
    [InlineData("expiresAfter")]
    public void The_end_of_a_refund_has_two_names(string name)
    {
        var option = PartnerJson.Read<RefundOption>($$"""{"type":"Full","{{name}}":"2021-01-15T00:00:00Z"}""")!;

        Assert.Equal(new DateTimeOffset(2021, 1, 15, 0, 0, 0, TimeSpan.Zero), option.ExpiresAt);
        Assert.Empty(option.AdditionalProperties);
    }

    [Fact]
    public void Dates_with_blanks_and_without_end_are_read_and_go_back_as_they_came()
    {
        const string Json = """{"creationDate":"2015-11-25T06: 41: 12Z","commitmentEndDate":"9999-12-10T00:00:00Z","consumptionType":["overage"],"status":"Half_Active"}""";
        var subscription = PartnerJson.Read<Subscription>(Json)!;

        Assert.Equal(new DateTimeOffset(2015, 11, 25, 6, 41, 12, TimeSpan.Zero), subscription.CreationDate);
        Assert.Equal(9999, subscription.CommitmentEndDate!.Value.Year);
        Assert.Equal("Half_Active", subscription.Status);
        JsonComparison.Same(Fixture.Parse(Json), Fixture.Parse(PartnerJson.WriteText(subscription)));
    }

    [Fact]
    public void Open_enumerations_know_the_spellings_that_were_seen()
    {
        Assert.Equal(SubscriptionRegistrationState.NotRegistered, SubscriptionRegistrationState.Known.Normalize("NotRegistered"));
        Assert.Equal(ContractType.ProductKey, ContractType.Known.Normalize("productKey"));
        Assert.Equal(1, SubscriptionStatus.Known.NumberOf("Active"));
        Assert.Equal(2, BillingType.Known.NumberOf("license"));
    }

    private static (string Operation, string Method, string Path, RetryClass Class) Sent(ScriptedTransport transport) =>
        (transport.Request.Operation, transport.Request.Method, transport.Request.Path, transport.Request.RetryClass);
}
