using System;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A message says what failed, for what, what the service said, what to try and what support asks for.</summary>
public class FaultMessageTests
{
    [Fact]
    public void A_message_holds_all_that_helps()
    {
        var context = new RequestContext(new Guid("66666666-6666-4666-8666-666666666601"));
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite, context);

        PartnerException failure = Fault.From(
            request,
            Answer.Of(404, """{"code":"800008","description":"The cart is gone"}""", "Not Found"),
            Failure.Now);

        Assert.Equal(
            "Reading the cart failed. The service answered 404 Not Found, code 800008; it said: The cart is gone. "
            + $"(GET /v1/customers/{Sample.CustomerId}/carts/{Sample.CartId}; correlation id 66666666-6666-4666-8666-666666666601, request id {request.RequestId})",
            failure.Summary);
        Assert.Equal($"{failure.Summary} {failure.RecommendedAction}", failure.Message);
        Assert.NotNull(failure.RecommendedAction);
    }

    [Fact]
    public void What_a_program_needs_is_in_properties_too()
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);

        PartnerException failure = Failure.Of(request, 404, """{"code":"800008","description":"The cart is gone"}""");

        Assert.Equal("carts.checkout", failure.Operation);
        Assert.Equal(request.ToString(), failure.Request);
        Assert.Equal(request.RequestId.ToString(), failure.RequestId);
        Assert.Equal(request.Context.CorrelationId.ToString(), failure.CorrelationId);
    }

    [Theory]
    [InlineData("The cart is gone", "it said: The cart is gone. ")]
    [InlineData("The cart is gone.", "it said: The cart is gone. ")]
    [InlineData("Gone!", "it said: Gone! ")]
    public void What_the_service_said_ends_as_one_sentence(string description, string part) =>
        Assert.Contains(part, Failure.Of(404, $$"""{"code":"800008","description":"{{description}}"}""").Message);

    [Fact]
    public void An_answer_that_cannot_be_read_says_so_and_keeps_the_cause()
    {
        var cause = new FormatException("x");

        PartnerException failure = Fault.Unreadable(Failure.Request(), Answer.Of(200, "<html/>"), "its body is not the JSON that was expected", cause);

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
        Assert.Equal(200, failure.StatusCode);
        Assert.Same(cause, failure.InnerException);
        Assert.StartsWith("Reading the cart failed: the service answered 200, but its body is not the JSON that was expected.", failure.Message);
    }

    [Fact]
    public void A_lost_answer_says_so_and_has_no_status()
    {
        PartnerException failure = Failure.Lost(Failure.Request(), PartnerErrorKind.ConnectionFailed, nothingWasDone: true);

        Assert.Equal(PartnerErrorKind.ConnectionFailed, failure.Kind);
        Assert.Null(failure.StatusCode);
        Assert.True(failure.NothingWasDone);
        Assert.StartsWith("Reading the cart failed: the connection broke.", failure.Message);
        Assert.NotNull(failure.RecommendedAction);
    }

    [Fact]
    public void An_open_question_says_what_to_look_at_and_names_the_ids_once()
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);
        PartnerException last = Failure.Lost(request, PartnerErrorKind.Timeout, nothingWasDone: false);

        PartnerException failure = Fault.OutcomeUnknown(request, last);

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Same(last, failure.InnerException);
        Assert.Equal("Look at the orders.", failure.RecommendedAction);
        Assert.Equal(
            "It is not known whether reading the cart worked. Reading the cart failed: the connection broke. "
            + $"({request}; correlation id {request.Context.CorrelationId}, request id {request.RequestId})",
            failure.Summary);
        Assert.Equal($"{failure.Summary} Look at the orders.", failure.Message);
    }

    [Fact]
    public void An_open_question_keeps_parentheses_in_what_the_service_said()
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);

        PartnerException failure = Fault.OutcomeUnknown(request, Failure.Of(request, 504, "Gateway (east) is slow"));

        Assert.Contains("it said: Gateway (east) is slow.", failure.Message);
        Assert.Equal(504, failure.StatusCode);
    }
}
