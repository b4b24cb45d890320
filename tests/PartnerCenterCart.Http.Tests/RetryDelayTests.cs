using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>How long is waited between tries.</summary>
public class RetryDelayTests
{
    private readonly RecordingClock clock = new();

    [Fact]
    public async Task Waits_as_many_seconds_as_the_service_asks()
    {
        await SendAsync(Reply.Status(429, string.Empty, "Retry-After: 57"));

        Assert.Equal([TimeSpan.FromSeconds(57)], clock.Delays);
    }

    [Fact]
    public async Task Waits_until_the_date_that_the_service_names()
    {
        string date = clock.UtcNow.AddMinutes(10).ToString("R", CultureInfo.InvariantCulture);

        await SendAsync(Reply.Status(503, string.Empty, "Retry-After: " + date));

        Assert.Equal([TimeSpan.FromMinutes(10)], clock.Delays);
    }

    [Fact]
    public async Task Does_not_wait_for_a_date_that_is_past()
    {
        string date = clock.UtcNow.AddMinutes(-10).ToString("R", CultureInfo.InvariantCulture);

        await SendAsync(Reply.Status(503, string.Empty, "Retry-After: " + date));

        Assert.True(clock.Delays.All(delay => delay == TimeSpan.Zero));
    }

    [Fact]
    public async Task Waits_about_twice_as_long_each_time_when_the_service_names_no_time()
    {
        await SendAsync(Reply.Status(503), Reply.Status(503), Reply.Status(429), Reply.Status(500));

        double[] expected = [0.5, 1, 2, 4];
        Assert.Equal(expected.Length, clock.Delays.Count);
        Assert.All(expected.Zip(clock.Delays), pair => Assert.InRange(pair.Second.TotalSeconds, pair.First * 0.8, pair.First * 1.2));
    }

    [Fact]
    public async Task Says_before_a_wait_how_long_it_will_be()
    {
        var log = new NoteLog();

        await SendAsync(log, Reply.Status(429, string.Empty, "Retry-After: 600"));

        CallNote note = Assert.Single(log.Notes, note => note.Kind == CallNoteKind.Waiting);
        Assert.Equal(TimeSpan.FromMinutes(10), note.Delay);
        Assert.Equal(PartnerErrorKind.Throttled, note.Failure!.Kind);
        Assert.Equal(1, note.TryNumber);
    }

    private Task<Cart> SendAsync(params Reply[] failures) => SendAsync(new NoteLog(), failures);

    private async Task<Cart> SendAsync(NoteLog log, params Reply[] failures)
    {
        using var server = new LoopbackServer([.. failures, Reply.Ok()]);
        using var transport = new HttpTransport(new TransportOptions { Endpoint = server.Endpoint, Clock = clock });
        return await Calls.SendAsync(transport, Calls.Read(observer: log), clock);
    }
}
