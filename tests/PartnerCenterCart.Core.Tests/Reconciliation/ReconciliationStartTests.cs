using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Asking for an export and waiting for it (contract: newer-facts.md, Reconciliation v2).</summary>
public class ReconciliationStartTests
{
    [Theory]
    [InlineData(false, "reconciliation/billed")]
    [InlineData(true, "usage/billed")]
    public async Task An_invoice_is_asked_for_by_its_id(bool isUsage, string route)
    {
        var service = new ExportService();

        ReconciliationExport export = await service.Operations.StartAsync(ReconciliationRequest.Billed("OneTime-G016907411", isUsage, "Basic"));

        PartnerRequest request = Assert.Single(service.Requests);
        Assert.Equal(("POST", $"/v1.0/reports/partners/billing/{route}/export", TokenResource.Graph), (request.Method, request.Path, request.Resource));
        JsonComparison.Same(JObject.Parse("""{"invoiceId":"G016907411","attributeSet":"basic"}"""), Sample.Body(request));
        Assert.Equal("op-1", export.Id);
    }

    [Theory]
    [InlineData(false, "previous", "reconciliation/unbilled", "last")]
    [InlineData(true, "Current", "usage/unbilled", "current")]
    public async Task What_is_not_billed_is_asked_for_by_currency_and_period(bool isUsage, string period, string route, string sent)
    {
        var service = new ExportService();

        await service.Operations.StartAsync(ReconciliationRequest.Unbilled("usd", period, isUsage));

        PartnerRequest request = Assert.Single(service.Requests);
        Assert.Equal($"/v1.0/reports/partners/billing/{route}/export", request.Path);
        JsonComparison.Same(JObject.Parse($$"""{"currencyCode":"USD","billingPeriod":"{{sent}}","attributeSet":"full"}"""), Sample.Body(request));
    }

    [Fact]
    public async Task Asking_again_after_a_lost_answer_is_allowed_because_it_changes_nothing()
    {
        var service = new ExportService();
        await service.Operations.StartAsync(ReconciliationRequest.Billed(ExportService.Invoice));

        PartnerRequest request = Assert.Single(service.Requests);
        Assert.True(RetryRule.ShouldRetry(request, Failure.Lost(request, PartnerErrorKind.ConnectionFailed, nothingWasDone: false), 1));
        Assert.False(request.IsWrite);
    }

    [Theory]
    [InlineData("", "USD", "current")]
    [InlineData("../G01", "USD", "current")]
    [InlineData(null, "dollar", "current")]
    [InlineData(null, "USD", "next")]
    public void What_cannot_be_meant_is_refused_before_anything_is_sent(string? invoice, string currency, string period)
    {
        PartnerException refused = Assert.Throws<PartnerException>(() => invoice == null ? ReconciliationRequest.Unbilled(currency, period) : ReconciliationRequest.Billed(invoice));

        Assert.Equal(PartnerErrorKind.InvalidInput, refused.Kind);
    }

    [Fact]
    public void An_unknown_attribute_set_is_refused() =>
        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => ReconciliationRequest.Billed("G016907411", false, "some")).Kind);

    [Fact]
    public async Task It_waits_as_long_as_the_service_says_and_else_a_growing_time()
    {
        var service = new ExportService();
        service.Looks.AddRange(new[] { ExportService.Running(retryAfter: "20"), ExportService.Running(), ExportService.Running("somethingNew"), ExportService.Running("notStarted") });
        service.Looks.Add(service.Done());

        await new ReconciliationWaiter(service.Operations, new ReconciliationWaitOptions()).RunAsync(ReconciliationRequest.Billed(ExportService.Invoice), null, default);

        Assert.Equal(new[] { 7, 20, 11.25, 16.875, 25.3125 }, service.Sleeps.Select(sleep => sleep.TotalSeconds));
    }

    [Theory]
    [InlineData("""{"status":"succeeded","resourceLocation@odata.navigationLink":"https://graph.microsoft.com/v1.0/reports/partners/billing/manifests/manifest-1"}""")]
    [InlineData("""{"status":"completed","resourceLocation":{"id":"manifest-1"}}""")]
    [InlineData("""{"@odata.type":"#microsoft.graph.partners.billing.exportSuccessOperation","status":"something","resourceLocation":{"id":"manifest-1"}}""")]
    public async Task A_manifest_that_the_operation_only_names_is_read(string body)
    {
        var service = new ExportService().With(1, 1);
        service.Looks.Add(Answer.Json(body));

        ReconciliationManifest manifest = await new ReconciliationWaiter(service.Operations, new ReconciliationWaitOptions()).RunAsync(ReconciliationRequest.Billed(ExportService.Invoice), null, default);

        Assert.Equal("version-1", manifest.ETag);
        Assert.Equal("/v1.0/reports/partners/billing/manifests/manifest-1", service.Requests.Single(request => request.Operation == "reconciliation.manifest").Path);
    }

    [Theory]
    [InlineData("5000", PartnerErrorKind.NotFound)]
    [InlineData("generalException", PartnerErrorKind.ServiceError)]
    public async Task A_failed_export_says_why(string code, PartnerErrorKind kind)
    {
        var service = new ExportService();
        service.Looks.Add(Answer.Json($$$"""{"@odata.type":"#microsoft.graph.partners.billing.failedOperation","status":"failed","error":{"message":"No data available","code":"{{{code}}}"}}"""));

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => service.Operations.Read(ReconciliationRequest.Billed(ExportService.Invoice)).NextAsync());

        Assert.Equal((kind, code), (failure.Kind, failure.ServiceCode));
        Assert.Contains("No data available", failure.Message);
    }

    [Fact]
    public async Task Code_5000_as_an_answer_means_the_same()
    {
        var service = new ExportService { Refusal = Answer.Of(400, """{"error":{"code":"5000","message":"No data"}}""") };

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => service.Operations.StartAsync(ReconciliationRequest.Billed(ExportService.Invoice)));

        Assert.Equal((PartnerErrorKind.NotFound, "5000"), (failure.Kind, failure.ServiceCode));
    }

    [Fact]
    public async Task An_export_that_is_never_ready_ends_in_a_timeout_at_its_time()
    {
        var service = new ExportService();
        service.Looks.Add(ExportService.Running());
        DateTimeOffset start = service.UtcNow;

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => new ReconciliationWaiter(service.Operations, new ReconciliationWaitOptions { Timeout = TimeSpan.FromMinutes(10) })
            .RunAsync(ReconciliationRequest.Billed(ExportService.Invoice), null, default));

        Assert.Equal(PartnerErrorKind.Timeout, failure.Kind);
        Assert.Equal(TimeSpan.FromMinutes(10), service.UtcNow - start);
        Assert.Contains("running", failure.Message);
    }

    [Fact]
    public async Task A_look_that_fails_in_passing_is_no_answer_but_a_network_that_stays_away_is_an_error()
    {
        var service = new ExportService();
        service.Looks.AddRange(new[] { Answer.Of(503, string.Empty, null, ("Retry-After", "3")), Answer.Of(429, string.Empty), ExportService.Running() });
        service.Looks.AddRange(Enumerable.Range(0, 9).Select(_ => Answer.Of(503, string.Empty)));

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => new ReconciliationWaiter(service.Operations, new ReconciliationWaitOptions()).RunAsync(ReconciliationRequest.Billed(ExportService.Invoice), null, default));

        Assert.Equal(PartnerErrorKind.ServiceError, failure.Kind);
        Assert.Equal(8, service.Count("reconciliation.operation"));
    }

    [Fact]
    public async Task A_202_that_does_not_say_where_to_ask_is_an_error()
    {
        var service = new ExportService { Refusal = Answer.Of(202, string.Empty) };

        PartnerException failure = await Assert.ThrowsAsync<PartnerException>(() => service.Operations.StartAsync(ReconciliationRequest.Billed(ExportService.Invoice)));

        Assert.Equal(PartnerErrorKind.UnreadableAnswer, failure.Kind);
    }
}
