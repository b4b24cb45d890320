using System;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Method, path, query, body and retry class of each operation, from endpoints.md and design.md.</summary>
public class OperationRequestTests
{
    private const string Customer = $"/v1/customers/{Sample.CustomerId}";
    private const string Cart = $"{Customer}/carts/{Sample.CartId}";
    private const string Example = "contract/cart-create-response-new-commerce-with-pricing.json";
    private const string Order = "contract/order-get-response-legacy.json";
    private const string List = "contract/orders-list-response-savings-plan.json";
    private const string Result = "contract/cart-checkout-response-mixed-catalog.json";

    [Fact]
    public Task Creating_a_cart() =>
        Sends("carts.create", "POST", $"{Customer}/carts", RetryClass.Write, true, Example, c => c.Carts.CreateAsync(Sample.Cart()));

    [Fact]
    public Task Reading_a_cart() =>
        Sends("carts.get", "GET", Cart, RetryClass.Read, false, Example, c => c.Carts.ById(Sample.CartId).GetAsync());

    [Fact]
    public Task Changing_a_cart() =>
        Sends("carts.update", "PUT", Cart, RetryClass.Replace, true, Example, c => c.Carts.ById(Sample.CartId).PutAsync(Sample.Cart()));

    [Fact]
    public Task Checking_out_a_cart() =>
        Sends("carts.checkout", "POST", $"{Cart}/checkout", RetryClass.RepeatableWrite, false, Result, c => c.Carts.ById(Sample.CartId).CheckoutAsync());

    [Fact]
    public Task Reading_orders() =>
        Sends("orders.list", "GET", $"{Customer}/orders", RetryClass.Read, false, List, c => c.Orders.GetAsync());

    [Fact]
    public Task Reading_orders_with_prices() =>
        Sends("orders.list", "GET", $"{Customer}/orders?include_price=true", RetryClass.Read, false, List, c => c.Orders.GetAsync(includePrice: true));

    [Theory]
    [InlineData("Annual", "annual")]
    [InlineData("OneTime", "one_time")]
    [InlineData("1", "monthly")]
    public Task Reading_orders_of_one_billing_cycle(string cycle, string sent) =>
        Sends("orders.listByBillingCycle", "GET", $"{Customer}/orders?billingType={sent}", RetryClass.Read, false, List, c => c.Orders.ByBillingCycle(cycle).GetAsync());

    [Fact]
    public Task Reading_orders_of_one_billing_cycle_with_prices() =>
        Sends("orders.listByBillingCycle", "GET", $"{Customer}/orders?billingType=none&include_price=true", RetryClass.Read, false, List,
            c => c.Orders.ByBillingCycleType(BillingCycleType.None).GetAsync(includePrice: true));

    [Fact]
    public Task Reading_an_order() =>
        Sends("orders.get", "GET", $"{Customer}/orders/{Sample.OrderId}", RetryClass.Read, false, Order, c => c.Orders.ById(Sample.OrderId).GetAsync());

    [Fact]
    public Task Reading_an_order_with_prices() =>
        Sends("orders.get", "GET", $"{Customer}/orders/{Sample.OrderId}?include_price=true", RetryClass.Read, false, Order,
            c => c.Orders.ById(Sample.OrderId).GetAsync(includePrice: true));

    [Fact]
    public async Task Ids_are_sent_in_the_casing_that_was_given()
    {
        using var transport = new ScriptedTransport(Answer.Fixture(Example));

        await new PartnerClient(transport).Customers.ById(" " + Sample.CustomerId.ToUpperInvariant() + " ").Carts.ById(Sample.CartId.ToUpperInvariant()).GetAsync();

        Assert.Equal($"/v1/customers/{Sample.CustomerId.ToUpperInvariant()}/carts/{Sample.CartId.ToUpperInvariant()}", transport.Request.Path);
    }

    [Fact]
    public async Task A_purpose_names_what_is_done_for_whom()
    {
        using var transport = new ScriptedTransport(Answer.Of(404, """{"code":"800008","description":"Gone."}"""));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Carts.ById(Sample.CartId).GetAsync());

        Assert.StartsWith($"Reading cart {Sample.CartId} of customer {Sample.CustomerId} failed.", failure.Message);
    }

    [Theory]
    [InlineData("carts.create", true)]
    [InlineData("carts.update", true)]
    [InlineData("carts.checkout", true)]
    [InlineData("carts.get", false)]
    public async Task Every_change_says_what_to_look_at_when_its_answer_is_lost(string operation, bool says)
    {
        using var transport = new ScriptedTransport(Answer.Fixture(operation == "carts.checkout" ? Result : Example));
        CustomerOperations customer = Sample.Customer(transport);

        await (operation switch
        {
            "carts.create" => (Task)customer.Carts.CreateAsync(Sample.Cart()),
            "carts.update" => customer.Carts.ById(Sample.CartId).PutAsync(Sample.Cart()),
            "carts.checkout" => customer.Carts.ById(Sample.CartId).CheckoutAsync(),
            _ => customer.Carts.ById(Sample.CartId).GetAsync(),
        });

        Assert.Equal(operation, transport.Request.Operation);
        Assert.Equal(says, transport.Request.IsWrite);
        Assert.Equal(says, transport.Request.WhenUnknown != null);
    }

    private static async Task Sends(
        string operation, string method, string path, RetryClass retryClass, bool hasBody, string answer, Func<CustomerOperations, Task> call)
    {
        using var transport = new ScriptedTransport(Answer.Fixture(answer));

        await call(Sample.Customer(transport));

        PartnerRequest request = transport.Request;
        Assert.Equal((operation, method, path, retryClass), (request.Operation, request.Method, request.Path, request.RetryClass));
        Assert.Equal(hasBody, request.Body != null);
        Assert.True(request.NeedsToken);
        Assert.Empty(request.Headers);
        if (hasBody)
        {
            Assert.Contains(Sample.CatalogItemId, Encoding.UTF8.GetString(request.Body!));
        }
    }
}
