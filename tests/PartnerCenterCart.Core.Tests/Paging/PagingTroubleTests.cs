using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class PagingTroubleTests
{
    [Fact]
    public async Task A_next_link_to_the_page_itself_ends_in_an_error_and_not_in_a_circle()
    {
        using var transport = new ScriptedTransport(OrderPage.Of($"/customers/{Sample.CustomerId}/orders", null, "1"));
        Page<Order> page = await Sample.Customer(transport).Orders.GetAsync();

        var failure = await Assert.ThrowsAsync<PartnerException>(() => page.NextAsync());

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
        Assert.Contains("would never end", failure.Message);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_circle_of_several_pages_is_noticed()
    {
        using var transport = new ScriptedTransport(
            OrderPage.Of("/customers/a/orders?offset=2", null, "1"),
            OrderPage.Of("/customers/a/orders?offset=4", null, "2"),
            OrderPage.Of("/v1/customers/a/orders?offset=2", null, "3"));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => OrderPage.ReadAllAsync(transport));

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
        Assert.Equal(3, transport.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_comes_again_is_noticed()
    {
        using var transport = new ScriptedTransport(OrderPage.WithToken("same", "1"), OrderPage.WithToken("same", "2"));

        await Assert.ThrowsAsync<PartnerException>(() => OrderPage.ReadAllAsync(transport));

        Assert.Equal(2, transport.Requests.Count);
    }

    [Fact]
    public async Task A_later_page_that_fails_leaves_the_earlier_rows()
    {
        using var transport = new ScriptedTransport(
            OrderPage.Of("/customers/a/orders?offset=2", null, "1", "2"),
            Answer.Of(503, "busy"));
        Page<Order> first = await Sample.Customer(transport).Orders.GetAsync();

        var failure = await Assert.ThrowsAsync<PartnerException>(() => first.NextAsync());

        Assert.Equal(PartnerErrorKind.ServiceError, failure.Kind);
        Assert.Equal(new[] { "1", "2" }, first.Items.Select(order => order.Id));
    }

    [Fact]
    public async Task A_page_that_failed_can_be_asked_for_again()
    {
        using var transport = new ScriptedTransport(
            OrderPage.Of("/customers/a/orders?offset=2", null, "1", "2"),
            Answer.Of(503, "busy"),
            OrderPage.Last("3"));
        Page<Order> first = await Sample.Customer(transport).Orders.GetAsync();
        await Assert.ThrowsAsync<PartnerException>(() => first.NextAsync());

        Page<Order>? second = await first.NextAsync();

        Assert.Equal("3", second!.Items.Single().Id);
    }

    [Fact]
    public async Task A_page_can_be_read_twice()
    {
        using var transport = new ScriptedTransport(
            OrderPage.Of("/customers/a/orders?offset=1", null, "1"),
            OrderPage.Last("2"),
            OrderPage.Last("2"));
        Page<Order> first = await Sample.Customer(transport).Orders.GetAsync();

        Page<Order>? once = await first.NextAsync();
        Page<Order>? again = await first.NextAsync();

        Assert.Equal(once!.Items.Single().Id, again!.Items.Single().Id);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"items\":[{\"id\":")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task A_page_that_is_no_list_is_an_unreadable_answer(string body)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Orders.GetAsync());

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
        Assert.Contains($"Reading the orders of customer {Sample.CustomerId} failed", failure.Message);
    }
}
