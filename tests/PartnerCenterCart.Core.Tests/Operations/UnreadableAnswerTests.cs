using System.Threading.Tasks;
using Newtonsoft.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class UnreadableAnswerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("null")]
    public async Task A_success_without_a_body_is_an_unreadable_answer(string body)
    {
        PartnerException failure = await ReadAsync(body);

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
        Assert.Contains("the service answered 200, but the body is empty", failure.Message);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"id\":\"a\",\"lineItems\":[{\"id\":")]
    [InlineData("{\"lineItems\":{\"id\":1}}")]
    public async Task A_success_that_is_no_cart_is_an_unreadable_answer_with_its_cause(string body)
    {
        PartnerException failure = await ReadAsync(body);

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
        Assert.IsAssignableFrom<JsonException>(failure.InnerException);
        Assert.DoesNotContain("Sign in", failure.Message);
    }

    private static async Task<PartnerException> ReadAsync(string body)
    {
        using var transport = new ScriptedTransport(Answer.Json(body));
        return await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Carts.ById(Sample.CartId).GetAsync());
    }
}
