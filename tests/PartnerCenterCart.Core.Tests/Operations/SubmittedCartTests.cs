using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Older deployments refuse the second checkout of a cart (800065); the purchase was made all the same.</summary>
public class SubmittedCartTests
{
    private const string Refusal = """{"code":"800065","description":"Already submitted."}""";
    private const string Cart = """{"id":"x","status":"Ordered","creationTimestamp":"2026-01-01T00:00:00Z","lineItems":[{"id":0,"catalogItemId":"A:0001:B","quantity":5},{"id":1,"catalogItemId":"C:0001:D","quantity":1}]}""";
    private const string Older = """{"id":"older","creationDate":"2025-12-31T00:00:00Z","lineItems":[{"lineItemNumber":0,"offerId":"A:0001:B","quantity":5}]}""";
    private const string First = """{"id":"first","creationDate":"2026-01-01T00:01:00Z","lineItems":[{"lineItemNumber":0,"offerId":"A:0001:B","quantity":5}]}""";
    private const string Second = """{"id":"second","creationDate":"2026-01-01T00:01:00Z","lineItems":[{"lineItemNumber":0,"offerId":"C:0001:D","quantity":1}]}""";
    private const string Foreign = """{"id":"foreign","creationDate":"2026-01-01T00:02:00Z","lineItems":[{"lineItemNumber":0,"offerId":"C:0001:D","quantity":2}]}""";

    [Fact]
    public async Task The_orders_of_the_cart_are_the_result()
    {
        CartCheckoutResult result = await CheckoutAsync(Older, Foreign, First, Second);

        Assert.Equal(new[] { "first", "second" }, result.OrderId);
        Assert.Equal(Sample.CartId, result.CartId);
        Assert.All(result.Orders!, order => Assert.Equal(Sample.CustomerId, order.CustomerId));
    }

    [Theory]
    [InlineData(First, null)]
    [InlineData(Older, Second)]
    [InlineData(null, null)]
    public async Task While_the_list_lags_it_is_said_that_the_cart_was_bought(string? one, string? other)
    {
        PartnerException thrown = await Assert.ThrowsAsync<PartnerException>(() => CheckoutAsync(new[] { one, other }.OfType<string>().ToArray()));

        Assert.Equal(PartnerErrorKind.Conflict, thrown.Kind);
        Assert.Contains("was bought and is not bought again", thrown.Message);
        Assert.Contains("Do not make another cart", thrown.RecommendedAction);
    }

    [Fact]
    public async Task Orders_of_another_cart_with_the_same_content_are_not_taken_for_its_own()
    {
        PartnerException thrown = await Assert.ThrowsAsync<PartnerException>(() => CheckoutAsync(First, First.Replace("first", "twin"), Second));

        Assert.Equal(PartnerErrorKind.Conflict, thrown.Kind);
    }

    [Fact]
    public async Task A_checkout_whose_answers_were_all_lost_is_resolved_by_the_cart_and_the_list()
    {
        using var transport = new LostCheckout(Cart, First, Second);

        CartCheckoutResult result = await CheckoutAsync(transport);

        Assert.Equal(new[] { "first", "second" }, result.OrderId);
        Assert.Equal(new[] { "carts.checkout", "carts.get", "carts.get", "orders.list" }, transport.Operations);
    }

    [Fact]
    public async Task It_stays_unknown_which_orders_they_are_while_the_list_lags_but_not_that_it_was_bought()
    {
        using var transport = new LostCheckout(Cart);

        PartnerException thrown = await Assert.ThrowsAsync<PartnerException>(() => CheckoutAsync(transport));

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, thrown.Kind);
        Assert.StartsWith("The cart is ordered, so it was bought", thrown.Summary);
        Assert.StartsWith("Submit the same cart again", thrown.RecommendedAction);
        Assert.EndsWith("Do not make another cart.", thrown.RecommendedAction);
    }

    [Theory]
    [InlineData("""{"id":"x","status":"Active","lineItems":[]}""")]
    [InlineData(null)]
    public async Task A_cart_that_is_active_still_or_cannot_be_read_leaves_it_open(string? cart)
    {
        using var transport = new LostCheckout(cart);

        PartnerException thrown = await Assert.ThrowsAsync<PartnerException>(() => CheckoutAsync(transport));

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, thrown.Kind);
        Assert.StartsWith("It is not known whether checking out", thrown.Summary);
    }

    [Fact]
    public async Task Nothing_is_sent_but_the_checkout_and_reads()
    {
        var transport = Transport(First, Second);
        using var client = new PartnerClient(transport);

        await client.Customers.ById(Sample.CustomerId).Carts.ById(Sample.CartId).CheckoutAsync();

        Assert.Equal(new[] { "POST", "GET", "GET" }, transport.Requests.Select(request => request.Method));
    }

    private static async Task<CartCheckoutResult> CheckoutAsync(params string[] listed)
    {
        using var client = new PartnerClient(Transport(listed));
        return await client.Customers.ById(Sample.CustomerId).Carts.ById(Sample.CartId).CheckoutAsync();
    }

    private static async Task<CartCheckoutResult> CheckoutAsync(IPartnerTransport transport)
    {
        using var client = new PartnerClient(transport);
        return await client.Customers.ById(Sample.CustomerId).Carts.ById(Sample.CartId).CheckoutAsync();
    }

    private static ScriptedTransport Transport(params string[] listed) => new(
        Answer.Json(Refusal, 400), Answer.Json(Cart), Answer.Json($$"""{"items":[{{string.Join(",", listed)}}]}"""));
}
