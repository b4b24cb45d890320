using System;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>
/// What is tried again, as design.md ("Retry class per operation") and behaviours.md, section 9, say. Columns: reading,
/// replacing, repeatable write, write.
/// </summary>
public class RetryRuleTests
{
    [Theory]
    [InlineData(408, null, true, true, true, false)]
    [InlineData(429, null, true, true, true, true)]
    [InlineData(500, null, true, true, true, false)]
    [InlineData(500, "800005", true, true, true, false)]
    [InlineData(502, null, true, true, true, false)]
    [InlineData(503, null, true, true, true, false)]
    [InlineData(504, null, true, true, true, false)]
    [InlineData(501, "0", false, false, false, false)]
    [InlineData(302, null, false, false, false, false)]
    [InlineData(400, null, false, false, false, false)]
    [InlineData(400, "800065", false, false, false, false)]
    [InlineData(401, null, false, false, false, false)]
    [InlineData(403, null, false, false, false, false)]
    [InlineData(404, null, false, false, false, false)]
    [InlineData(404, "800008", false, false, false, false)]
    [InlineData(405, null, false, false, false, false)]
    [InlineData(406, null, false, false, false, false)]
    [InlineData(409, null, false, false, false, false)]
    [InlineData(409, "800014", false, false, false, false)]
    [InlineData(409, "800060", false, true, true, false)]
    [InlineData(409, "800064", false, true, true, false)]
    [InlineData(400, "800060", false, false, false, false)]
    [InlineData(412, null, false, false, false, false)]
    [InlineData(417, null, false, false, false, false)]
    public void An_answer_is_asked_for_again_where_it_can_help_and_cannot_buy_twice(
        int status, string? code, bool read, bool replace, bool repeatable, bool write)
    {
        string body = code == null ? string.Empty : $$"""{"code":"{{code}}","description":"x"}""";

        Assert.Equal((read, replace, repeatable, write), Row(request => Failure.Of(request, status, body)));
    }

    [Theory]
    [InlineData(PartnerErrorKind.ConnectionFailed, false, true, true, true, false)]
    [InlineData(PartnerErrorKind.ConnectionFailed, true, true, true, true, true)]
    [InlineData(PartnerErrorKind.Timeout, false, true, true, true, false)]
    [InlineData(PartnerErrorKind.Timeout, true, true, true, true, true)]
    [InlineData(PartnerErrorKind.UnreadableAnswer, false, true, true, true, false)]
    [InlineData(PartnerErrorKind.Unauthorized, true, false, false, false, false)]
    [InlineData(PartnerErrorKind.InvalidInput, true, false, false, false, false)]
    public void A_lost_answer_is_asked_for_again_where_it_cannot_buy_twice(
        PartnerErrorKind kind, bool nothingWasDone, bool read, bool replace, bool repeatable, bool write) =>
        Assert.Equal((read, replace, repeatable, write), Row(request => Failure.Lost(request, kind, nothingWasDone)));

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public void There_are_five_tries_in_all(int tries, bool again)
    {
        PartnerRequest request = Failure.Request();

        Assert.Equal(again, RetryRule.ShouldRetry(request, Failure.Of(request, 503), tries));
        Assert.Equal(again, RetryRule.ShouldRetry(request, Failure.Lost(request, PartnerErrorKind.ConnectionFailed, nothingWasDone: false), tries));
        Assert.Equal(5, RetryRule.MaximumTries);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void There_are_three_tries_where_no_connection_came_about(int tries, bool again)
    {
        PartnerRequest request = Failure.Request();

        Assert.Equal(again, RetryRule.ShouldRetry(request, Failure.Lost(request, PartnerErrorKind.ConnectionFailed, nothingWasDone: true), tries));
    }

    private static (bool Read, bool Replace, bool Repeatable, bool Write) Row(Func<PartnerRequest, PartnerException> fail)
    {
        bool Again(RetryClass retryClass)
        {
            PartnerRequest request = Failure.Request(retryClass: retryClass);
            return RetryRule.ShouldRetry(request, fail(request), 1);
        }

        return (Again(RetryClass.Read), Again(RetryClass.Replace), Again(RetryClass.RepeatableWrite), Again(RetryClass.Write));
    }
}
