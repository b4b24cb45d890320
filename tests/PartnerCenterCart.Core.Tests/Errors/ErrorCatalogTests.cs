using System;
using System.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class ErrorCatalogTests
{
    private readonly ErrorCatalog catalog = new();

    [Fact]
    public void Every_kind_has_a_meaning_and_a_remedy() => Assert.All(
        Enum.GetValues<PartnerErrorKind>(), kind => Assert.False(string.IsNullOrWhiteSpace(catalog.MeaningOf(kind)) || string.IsNullOrWhiteSpace(catalog.RemedyOf(kind)), kind.ToString()));

    [Theory]
    [InlineData("20000", 404, "order unknown")]
    [InlineData("2006", 403, "partner not valid for the offer")]
    [InlineData("2006", 400, "updates not allowed for the offer")]
    [InlineData("900117", 400, "cancellation window (days) over")]
    public void A_code_is_told_apart_by_its_status(string code, int status, string meaning) => Assert.Equal(meaning, catalog.MeaningOf(code, status));

    [Fact]
    public void A_code_that_nobody_knows_falls_back_to_its_kind()
    {
        PartnerErrorReport report = catalog.Explain(Failure.Of(400, """{"code":"999999","description":"new"}"""));

        Assert.Equal(catalog.MeaningOf(PartnerErrorKind.BadRequest), report.Meaning);
        Assert.Equal("999999", report.ServiceCode);
    }

    [Fact]
    public void A_report_is_ready_to_be_pasted()
    {
        string[] lines = catalog.Explain(Failure.Of(404, """{"code":"800008","description":"gone"}""")).Text.Split(Environment.NewLine);

        Assert.Equal(
            new[] { "Error", "Message", "HTTP status", "Service code", "Service said", "Meaning", "Remedy", "Operation", "Request", "Correlation id", "Request id" },
            lines.Select(line => line.Split(':')[0]));
    }
}
