using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>
/// How often work is done whose answer gets lost, by a service that takes every try for a new call: it does not know request ids, only
/// carts and orders, and what state they are in.
/// </summary>
public class WorkTests
{
    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (string[] row in ReliabilityPage.Rows("If the service does not know a request id again"))
        {
            rows.Add(row[0], row[1]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Lost_work_is_done_as_often_as_the_page_says(string operation, string times)
    {
        int work = 0, sent = 0;
        using var handler = new FakeHandler((message, _) =>
        {
            // A cart is ordered once; whoever asks again gets the same orders. Everything else is done anew.
            bool isCheckout = operation == "carts.checkout";
            work += isCheckout && work > 0 ? 0 : 1;
            return ++sent == 1
                ? Task.FromException<HttpResponseMessage>(new IOException("reset after the work"))
                : Task.FromResult(FakeHandler.Json(isCheckout ? """{"orders":[{"id":"o"}]}""" : """{"id":"x"}"""));
        });
        var clock = new RecordingClock();
        using var client = new PartnerClient(new HttpTransport(new TransportOptions { Handler = handler, Clock = clock }), clock);

        PartnerException? thrown = await Record.ExceptionAsync(() => OperationRetryTests.CallAsync(client, operation)) as PartnerException;

        Assert.Equal(times switch { "once" => 1, "twice" => 2, _ => throw new InvalidOperationException(times) }, work);
        Assert.Equal(sent == 1 ? PartnerErrorKind.OutcomeUnknown : null, thrown?.Kind);
    }

    /// <summary>Before the work and after it: the caller of a change that is not repeated learns that it is open, and it is never done twice.</summary>
    [Theory]
    [InlineData("carts.create")]
    [InlineData("orders.create")]
    [InlineData("orders.patch (anything else)")]
    [InlineData("subscriptions.activate")]
    [InlineData("agreements.create")]
    public async Task What_would_be_done_twice_is_sent_once_however_its_answer_is_lost(string operation)
    {
        string[] losses = ["reset", "time-out", "html 500", "gateway 502", "503", "cut short", "unreadable"];
        foreach (string loss in losses)
        {
            using var handler = new FakeHandler((_, _) => loss switch
            {
                "reset" => Task.FromException<HttpResponseMessage>(new IOException("reset")),
                "time-out" => Task.FromResult(FakeHandler.Json("", System.Net.HttpStatusCode.GatewayTimeout)),
                "html 500" => Task.FromResult(FakeHandler.Json("<html>", System.Net.HttpStatusCode.InternalServerError)),
                "gateway 502" => Task.FromResult(FakeHandler.Json("", System.Net.HttpStatusCode.BadGateway)),
                "503" => Task.FromResult(FakeHandler.Json("", System.Net.HttpStatusCode.ServiceUnavailable)),
                "cut short" => Task.FromResult(Short()),
                _ => Task.FromResult(FakeHandler.Json("{\"id\":")),
            });
            var clock = new RecordingClock();
            using var client = new PartnerClient(new HttpTransport(new TransportOptions { Handler = handler, Clock = clock }), clock);

            var thrown = await Assert.ThrowsAsync<PartnerException>(() => OperationRetryTests.CallAsync(client, operation));

            Assert.Equal((loss, PartnerErrorKind.OutcomeUnknown), (loss, thrown.Kind));
            Assert.False(string.IsNullOrWhiteSpace(thrown.RecommendedAction), loss);
            Assert.Single(handler.Messages);
        }
    }

    private static HttpResponseMessage Short()
    {
        HttpResponseMessage message = FakeHandler.Json("{\"id\":");
        message.Content.Headers.ContentLength = 500;
        return message;
    }
}
