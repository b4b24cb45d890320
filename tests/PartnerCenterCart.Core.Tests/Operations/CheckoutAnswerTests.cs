using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The shapes of a checkout's answer (behaviours.md, sections 6 and 13).</summary>
public class CheckoutAnswerTests
{
    [Fact]
    public async Task Orders_and_failed_groups_come_together()
    {
        CartCheckoutResult result = await CheckoutAsync(Answer.Fixture("contract/cart-checkout-response-partial-failure.json", 201));

        Assert.Equal("a68736758d9c", result.Orders!.Single().Id);
        OrderError error = result.OrderErrors!.Single();
        Assert.Equal(("1", "800010", "No inventory for the catalog item."), (error.OrderGroupId, error.Code, error.Description));
        Assert.Equal("order group 1: No inventory for the catalog item. (code 800010)", error.ToString());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task Every_success_status_is_one(int status) =>
        Assert.Equal(3, (await CheckoutAsync(Answer.Fixture("contract/cart-checkout-response-mixed-catalog.json", status))).Orders!.Count);

    [Fact]
    public async Task A_bare_order_is_a_result_with_that_order()
    {
        CartCheckoutResult result = await CheckoutAsync(Answer.Fixture("contract/order-create-response-savings-plan.json", 201));

        Order order = result.Orders!.Single();
        Assert.Equal("2b912b3392fd", order.Id);
        Assert.Equal(Sample.CustomerId, order.CustomerId);
        Assert.Null(result.OrderErrors);
        Assert.Equal(Sample.CartId, result.CartId);
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("?")]
    public async Task A_result_is_read_past_its_marks(string mark)
    {
        string body = mark + Fixture.Text("contract/cart-checkout-response-savings-plan.json");

        Assert.Equal("2b912b339251", (await CheckoutAsync(Answer.Of(201, body))).Orders!.Single().Id);
    }

    [Fact]
    public async Task Only_failed_groups_are_a_result_too()
    {
        CartCheckoutResult result = await CheckoutAsync(Answer.Json("""{"OrderErrors":[{"orderGroupId":"0","code":"800010"}]}"""));

        Assert.Equal("800010", result.OrderErrors!.Single().Code);
        Assert.Empty(result.OrderId);
    }

    [Fact]
    public async Task A_null_among_the_orders_does_not_hide_the_others()
    {
        CartCheckoutResult result = await CheckoutAsync(Answer.Json("""{"orders":[null,{"id":"a68736758d9c"}]}"""));

        Assert.Equal(new[] { "a68736758d9c" }, result.OrderId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"success\"")]
    [InlineData("<html/>")]
    [InlineData("{\"orders\":[{\"id\":\"a6")]
    [InlineData("""{"orders":null,"orderErrors":null}""")]
    [InlineData("""{"code":"400072","description":"Item not available."}""")]
    public async Task What_names_neither_orders_nor_errors_is_an_unreadable_answer(string body)
    {
        var failure = await Assert.ThrowsAsync<PartnerException>(() => CheckoutAsync(Answer.Of(201, body)));

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
        Assert.Equal(201, failure.StatusCode);
        Assert.Contains($"Checking out cart {Sample.CartId} of customer {Sample.CustomerId}", failure.Message);
    }

    [Theory]
    [InlineData(400, "800065", PartnerErrorKind.BadRequest)]
    [InlineData(409, "800060", PartnerErrorKind.Conflict)]
    [InlineData(409, "800064", PartnerErrorKind.Conflict)]
    [InlineData(404, "800008", PartnerErrorKind.NotFound)]
    [InlineData(404, "400019", PartnerErrorKind.NotFound)]
    [InlineData(403, "800069", PartnerErrorKind.Forbidden)]
    [InlineData(500, "800005", PartnerErrorKind.ServiceError)]
    public async Task A_refused_checkout_has_the_kind_of_its_status_and_the_code_of_the_service(int status, string code, PartnerErrorKind kind)
    {
        var failure = await Assert.ThrowsAsync<PartnerException>(() => CheckoutAsync(Answer.Of(status, $$"""{"code":"{{code}}","description":"x"}""")));

        Assert.Equal((kind, code, "carts.checkout"), (failure.Kind, failure.ServiceCode, failure.Operation));
    }

    private static async Task<CartCheckoutResult> CheckoutAsync(PartnerAnswer answer)
    {
        using var transport = new ScriptedTransport(answer);
        return await Sample.Customer(transport).Carts.ById(Sample.CartId).CheckoutAsync();
    }
}
