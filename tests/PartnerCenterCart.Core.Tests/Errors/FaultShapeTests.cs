using System.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Each shape of failure in behaviours.md, section 10.</summary>
public class FaultShapeTests
{
    [Theory]
    [InlineData("""{"code":"800008","description":"The cart is gone.","data":[],"source":"PartnerCenter"}""")]
    [InlineData("""{"code":800008,"description":"The cart is gone."}""")]
    [InlineData("""{"Code":"800008","Description":"The cart is gone."}""")]
    [InlineData("""{"code":800008,"message":"The cart is gone.","description":"The cart is gone.","errorName":"CartGone","isRetryable":false,"parameters":{}}""")]
    [InlineData("""{"code":800008,"message":"The cart is gone.","errorName":"CartGone"}""")]
    [InlineData("""{"ErrorCode":"800008","ErrorMessage":"The cart is gone.","ErrorData":[]}""")]
    [InlineData("""{"error":{"code":"800008","message":"The cart is gone."}}""")]
    [InlineData("\uFEFF{\"code\":\"800008\",\"description\":\"The cart is gone.\"}")]
    [InlineData("\uFEFF\uFEFF{\"code\":\"800008\",\"description\":\"The cart is gone.\"}")]
    [InlineData("?{\"code\":\"800008\",\"description\":\"The cart is gone.\"}")]
    public void Code_and_description_are_read_from_every_json_shape(string body)
    {
        PartnerException failure = Failure.Of(404, body);

        Assert.Equal("800008", failure.ServiceCode);
        Assert.Equal("The cart is gone.", failure.ServiceDescription);
    }

    [Theory]
    [InlineData("error-404-apifault", 404, "400013", "The product does not exist.")]
    [InlineData("error-600061-agreement-already-confirmed", 409, "600061", "A partner confirmed agreement already exists for the customer.")]
    [InlineData("error-600074-account-status-not-found", 404, "600074", "Account Status for the customer, {customer-id} was not found.")]
    [InlineData("error-429-throttled", 429, null, "Rate limit is exceeded. Try again in 57 seconds.")]
    public void The_published_failures_are_read(string example, int status, string? code, string description)
    {
        PartnerException failure = Failure.Of(status, Fixture.Text($"contract/{example}.json"));

        Assert.Equal(code, failure.ServiceCode);
        Assert.Equal(description, failure.ServiceDescription);
        Assert.Equal(status, failure.StatusCode);
    }

    [Fact]
    public void The_identity_platform_s_failure_is_read()
    {
        PartnerException failure = Failure.Of(400, """
            {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.","error_codes":[7000215],
             "timestamp":"2024-01-02 03:04:05Z","trace_id":"a","correlation_id":"b"}
            """);

        Assert.Equal("invalid_client", failure.ServiceCode);
        Assert.Equal("AADSTS7000215: Invalid client secret provided.", failure.ServiceDescription);
    }

    [Fact]
    public void Plain_text_is_kept_as_what_the_service_said()
    {
        PartnerException failure = Failure.Of(502, "\uFEFF  The upstream server\nis missing. \r\n");

        Assert.Null(failure.ServiceCode);
        Assert.Equal("The upstream server\nis missing.", failure.ServiceDescription);
    }

    [Fact]
    public void A_page_is_reduced_to_its_words()
    {
        PartnerException failure = Failure.Of(503, """
            <!DOCTYPE html><html><head><title>Service Unavailable</title><style>p { color: red; }</style>
            <script>var secret = 1;</script></head><body><h2>Our services aren&#39;t available</h2>
            <p>Try &amp; wait</p></body></html>
            """);

        Assert.Equal("Service Unavailable Our services aren't available Try & wait", failure.ServiceDescription);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n ")]
    [InlineData("<html><body></body></html>")]
    public void Nothing_is_said_to_be_nothing(string body)
    {
        PartnerException failure = Failure.Of(500, body, "Internal Server Error");

        Assert.Null(failure.ServiceCode);
        Assert.Null(failure.ServiceDescription);
        Assert.Contains("500 Internal Server Error; it gave no reason.", failure.Message);
    }

    [Theory]
    [InlineData("""["a","list"]""")]
    [InlineData("""{"code":"800008","descr""")]
    [InlineData("\"success\"")]
    public void What_is_no_failure_shape_is_kept_as_text(string body)
    {
        PartnerException failure = Failure.Of(500, body);

        Assert.Null(failure.ServiceCode);
        Assert.Equal(body, failure.ServiceDescription);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"code":null,"description":null}""")]
    [InlineData("""{"code":{"a":1},"description":["b"]}""")]
    [InlineData("""{"error":{"code":{"a":1},"message":["b"]}}""")]
    [InlineData("""{"error":null}""")]
    public void An_object_without_the_known_members_does_not_hide_the_status(string body)
    {
        PartnerException failure = Failure.Of(404, body);

        Assert.Equal(PartnerErrorKind.NotFound, failure.Kind);
        Assert.Null(failure.ServiceCode);
    }

    [Fact]
    public void A_code_that_only_repeats_the_status_is_no_service_code()
    {
        Assert.Null(Failure.Of(404, """{"code":"404","description":"Not here."}""").ServiceCode);
        Assert.Equal("400", Failure.Of(401, """{"code":"400","description":"Access denied."}""").ServiceCode);
    }

    [Fact]
    public void A_description_of_any_length_is_cut()
    {
        PartnerException failure = Failure.Of(500, new string('x', 100_000));

        Assert.InRange(failure.Message.Length, 1000, 2000);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<script>")]
    [InlineData("<a ")]
    public void A_page_of_any_length_and_shape_is_read(string part)
    {
        PartnerException failure = Failure.Of(502, string.Concat(Enumerable.Repeat(part, 100_000)));

        Assert.Equal(PartnerErrorKind.ServiceError, failure.Kind);
    }
}
