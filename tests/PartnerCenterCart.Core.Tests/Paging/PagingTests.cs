using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class PagingTests
{
    private const string Orders = $"/v1/customers/{Sample.CustomerId}/orders";

    [Fact]
    public async Task A_list_without_a_next_link_is_one_page()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/orders-list-response-by-billing-cycle.json"));

        Page<Order> page = await Sample.Customer(transport).Orders.GetAsync();

        Assert.Equal(2, page.Items.Count);
        Assert.Equal(2, page.TotalCount);
        Assert.False(page.HasNext);
        Assert.Null(await page.NextAsync());
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task The_next_link_is_followed_to_the_end()
    {
        using var transport = new ScriptedTransport(
            OrderPage.Of("/customers/a/orders?size=2&offset=2", null, "1", "2"),
            OrderPage.Of("/customers/a/orders?size=2&offset=4", null, "3", "4"),
            OrderPage.Last("5"));

        Assert.Equal(new[] { "1", "2", "3", "4", "5" }, await OrderPage.ReadAllAsync(transport));
        Assert.Equal(
            new[] { Orders, "/v1/customers/a/orders?size=2&offset=2", "/v1/customers/a/orders?size=2&offset=4" },
            transport.Requests.Select(request => request.Path));
        Assert.All(transport.Requests, request => Assert.Equal(("GET", RetryClass.Read, "orders.list"), (request.Method, request.RetryClass, request.Operation)));
    }

    [Fact]
    public async Task The_headers_of_the_next_link_are_sent_with_it()
    {
        using var transport = new ScriptedTransport(OrderPage.Of("/customers/a/orders?page=2", ("X-Page", "b/=,"), "1"), OrderPage.Last("2"));

        await OrderPage.ReadAllAsync(transport);

        Assert.Empty(transport.Requests[0].Headers);
        Assert.Equal("b/=,", transport.Requests[1].Headers["X-Page"]);
        Assert.Equal("/v1/customers/a/orders?page=2", transport.Requests[1].Path);
    }

    [Theory]
    [InlineData("MS-ContinuationToken")]
    [InlineData("ms-continuationtoken")]
    public async Task A_continuation_token_repeats_the_first_query_with_the_token_unchanged(string name)
    {
        const string Token = "d19617b8,0705c4a9/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=,0d81c700";
        using var transport = new ScriptedTransport(
            OrderPage.Of("/customers/a/orders?seekOperation=Next", (name, Token), "1"),
            OrderPage.Of("/customers/a/orders?seekOperation=Next", (name, "second"), "2"),
            OrderPage.Last("3"));

        Assert.Equal(new[] { "1", "2", "3" }, await OrderPage.ReadAllAsync(transport));
        Assert.Equal(new[] { Orders, Orders + "?seekOperation=Next", Orders + "?seekOperation=Next" }, transport.Requests.Select(request => request.Path));
        Assert.Equal(Token, transport.Requests[1].Headers["MS-ContinuationToken"]);
        Assert.Equal("second", transport.Requests[2].Headers["MS-ContinuationToken"]);
    }

    [Fact]
    public async Task All_other_query_values_are_kept_between_seek_pages()
    {
        using var transport = new ScriptedTransport(OrderPage.WithToken("token", "1"), OrderPage.Last("2"));

        Page<Order> first = await Sample.Customer(transport).Orders.ByBillingCycle("annual").GetAsync(includePrice: true);
        await first.NextAsync();

        Assert.Equal(Orders + "?billingType=annual&include_price=true&seekOperation=Next", transport.Requests[1].Path);
    }

    [Fact]
    public async Task A_token_at_top_level_is_used_where_the_link_has_none()
    {
        using var transport = new ScriptedTransport(OrderPage.WithToken("AQAAAA==", "1"), OrderPage.Last("2"));

        Assert.Equal(new[] { "1", "2" }, await OrderPage.ReadAllAsync(transport));
        Assert.Equal("AQAAAA==", transport.Requests[1].Headers["MS-ContinuationToken"]);
    }

    [Fact]
    public async Task An_empty_page_with_a_token_goes_on()
    {
        using var transport = new ScriptedTransport(OrderPage.WithToken("a"), OrderPage.WithToken("b"), OrderPage.Last("1"));

        Assert.Equal(new[] { "1" }, await OrderPage.ReadAllAsync(transport));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"items":null,"links":null,"totalCount":0}""")]
    [InlineData("""{"items":[],"links":{"next":null}}""")]
    [InlineData("""{"items":[],"links":{"next":{"uri":"","headers":[]}},"continuationToken":""}""")]
    [InlineData("""{"items":[null]}""")]
    [InlineData("""{"totalCount":57}""")]
    public async Task A_page_without_rows_and_without_a_way_on_is_the_end(string body)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));

        Page<Order> page = await Sample.Customer(transport).Orders.GetAsync();

        Assert.Empty(page.Items);
        Assert.False(page.HasNext);
    }

    [Fact]
    public async Task Each_page_is_a_call_of_its_own_within_one_user_action()
    {
        using var transport = new ScriptedTransport(OrderPage.WithToken("a", "1"), OrderPage.Last("2"));
        var context = new RequestContext();

        Page<Order> first = await Sample.Customer(transport, context: context).Orders.GetAsync();
        await first.NextAsync();

        Assert.Equal(2, transport.Requests.Select(request => request.RequestId).Distinct().Count());
        Assert.All(transport.Requests, request => Assert.Equal(context.CorrelationId, request.Context.CorrelationId));
    }

    [Fact]
    public async Task The_token_of_the_caller_reaches_every_page()
    {
        using var transport = new ScriptedTransport(OrderPage.WithToken("a", "1"), OrderPage.Last("2"));
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();

        Page<Order> page = await Sample.Customer(transport).Orders.GetAsync(cancellationToken: first.Token);
        await page.NextAsync(second.Token);

        Assert.Equal(new[] { first.Token, second.Token }, transport.Tokens);
    }
}
