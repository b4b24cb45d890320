using System;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A write whose answer was lost is an open question and never a plain failure.</summary>
public class FinalFailureTests
{
    [Theory]
    [InlineData(408, null, true)]
    [InlineData(500, null, true)]
    [InlineData(502, null, true)]
    [InlineData(503, null, true)]
    [InlineData(504, null, true)]
    [InlineData(500, "800005", false)]
    [InlineData(429, null, false)]
    [InlineData(400, "800065", false)]
    [InlineData(401, null, false)]
    [InlineData(403, null, false)]
    [InlineData(404, "800008", false)]
    [InlineData(409, null, false)]
    public void An_answer_leaves_open_what_happened_only_when_the_service_named_no_error(int status, string? code, bool open)
    {
        string body = code == null ? string.Empty : $$"""{"code":"{{code}}","description":"x"}""";
        foreach (RetryClass retryClass in new[] { RetryClass.Replace, RetryClass.RepeatableWrite, RetryClass.Write })
        {
            PartnerRequest request = Failure.Request(retryClass: retryClass);
            PartnerException failure = Failure.Of(request, status, body);

            Assert.Equal(open, RetryRule.LeavesOutcomeOpen(failure));
            Assert.Equal(open ? PartnerErrorKind.OutcomeUnknown : failure.Kind, RetryRule.Final(request, failure, earlierTryMayHaveWorked: false).Kind);
        }
    }

    [Theory]
    [InlineData(PartnerErrorKind.ConnectionFailed, false, true)]
    [InlineData(PartnerErrorKind.ConnectionFailed, true, false)]
    [InlineData(PartnerErrorKind.Timeout, false, true)]
    [InlineData(PartnerErrorKind.UnreadableAnswer, false, true)]
    [InlineData(PartnerErrorKind.Unauthorized, true, false)]
    public void A_lost_answer_leaves_open_what_happened_unless_nothing_was_sent(PartnerErrorKind kind, bool nothingWasDone, bool open)
    {
        PartnerRequest request = Failure.Request(retryClass: RetryClass.Write);
        PartnerException failure = Failure.Lost(request, kind, nothingWasDone);

        Assert.Equal(open ? PartnerErrorKind.OutcomeUnknown : kind, RetryRule.Final(request, failure, earlierTryMayHaveWorked: false).Kind);
    }

    [Fact]
    public void Reading_is_never_an_open_question()
    {
        PartnerRequest request = Failure.Request(retryClass: RetryClass.Read);
        PartnerException failure = Failure.Lost(request, PartnerErrorKind.Timeout, nothingWasDone: false);

        Assert.Same(failure, RetryRule.Final(request, failure, earlierTryMayHaveWorked: true));
    }

    [Theory]
    [InlineData("800060")]
    [InlineData("800064")]
    public void A_checkout_that_still_runs_is_an_open_question(string code)
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);

        PartnerException final = RetryRule.Final(request, Failure.Of(request, 409, $$"""{"code":"{{code}}","description":"x"}"""), earlierTryMayHaveWorked: false);

        Assert.Equal((PartnerErrorKind.OutcomeUnknown, code), (final.Kind, final.ServiceCode));
    }

    [Fact]
    public void A_change_that_was_refused_because_the_cart_is_busy_is_a_conflict()
    {
        PartnerRequest request = Failure.Request("carts.update", RetryClass.Replace);
        PartnerException failure = Failure.Of(request, 409, """{"code":"800064","description":"x"}""");

        Assert.Same(failure, RetryRule.Final(request, failure, earlierTryMayHaveWorked: false));
    }

    // What the last try says about itself tells nothing about the one before it.
    [Theory]
    [InlineData(429, null)]
    [InlineData(401, null)]
    [InlineData(403, null)]
    [InlineData(500, "800003")]
    public void An_earlier_try_that_may_have_worked_stays_an_open_question(int status, string? code)
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);
        PartnerException failure = Failure.Of(request, status, code == null ? string.Empty : $$"""{"code":"{{code}}","description":"x"}""");

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, RetryRule.Final(request, failure, earlierTryMayHaveWorked: true).Kind);
    }

    [Fact]
    public void An_earlier_try_that_may_have_worked_stays_an_open_question_without_a_connection()
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);
        PartnerException failure = Failure.Lost(request, PartnerErrorKind.ConnectionFailed, nothingWasDone: true);

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, RetryRule.Final(request, failure, earlierTryMayHaveWorked: true).Kind);
    }

    // A PUT is the same whole resource again, so what the service then says of the resource is true whatever the earlier try did.
    [Theory]
    [InlineData(400, "800007")]
    [InlineData(404, "800008")]
    [InlineData(409, "800064")]
    public void What_became_of_the_cart_answers_whether_an_earlier_change_worked(int status, string code)
    {
        PartnerRequest request = Failure.Request("carts.update", RetryClass.Replace);
        PartnerException failure = Failure.Of(request, status, $$"""{"code":"{{code}}","description":"x"}""");

        Assert.Same(failure, RetryRule.Final(request, failure, earlierTryMayHaveWorked: true));
    }

    [Theory]
    [InlineData(401, null)]
    [InlineData(403, null)]
    [InlineData(429, null)]
    [InlineData(500, "800003")]
    public void A_refusal_of_the_last_try_leaves_open_whether_an_earlier_change_worked(int status, string? code)
    {
        PartnerRequest request = Failure.Request("carts.update", RetryClass.Replace);
        PartnerException failure = Failure.Of(request, status, code == null ? string.Empty : $$"""{"code":"{{code}}","description":"x"}""");

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, RetryRule.Final(request, failure, earlierTryMayHaveWorked: true).Kind);
    }

    // Only "already submitted" says of a checkout that it was made; any other refusal can be about the last try alone.
    [Theory]
    [InlineData(400, "800007")]
    [InlineData(404, "800008")]
    [InlineData(409, "800064")]
    public void What_became_of_the_cart_does_not_answer_whether_an_earlier_checkout_worked(int status, string code)
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);
        PartnerException failure = Failure.Of(request, status, $$"""{"code":"{{code}}","description":"x"}""");

        Assert.Equal(PartnerErrorKind.OutcomeUnknown, RetryRule.Final(request, failure, earlierTryMayHaveWorked: true).Kind);
    }

    [Fact]
    public void What_the_service_says_about_the_cart_answers_the_question()
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);
        PartnerException failure = Failure.Of(request, 400, """{"code":"800065","description":"Already submitted."}""");

        Assert.Same(failure, RetryRule.Final(request, failure, earlierTryMayHaveWorked: true));
    }

    [Fact]
    public void Nothing_is_decided_about_nothing()
    {
        PartnerRequest request = Failure.Request();

        Assert.Throws<ArgumentNullException>("request", () => RetryRule.Final(null!, Failure.Of(500), false));
        Assert.Throws<ArgumentNullException>("failure", () => RetryRule.Final(request, null!, false));
        Assert.Throws<ArgumentNullException>("request", () => RetryRule.ShouldRetry(null!, Failure.Of(500), 1));
        Assert.Throws<ArgumentNullException>("failure", () => RetryRule.ShouldRetry(request, null!, 1));
    }
}
