using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class KeptPromotionsTests
{
    private const string Ended = "39NFJQT1PJQB:0001:39NFJQT1Q5KN";
    private const string Running = "39NFJQT1SNC7:0001:39NFJQT1Q5KM";
    private const string Gone = "39NFJQT1GONE:0001:39NFJQT1Q5KM";

    [Fact]
    public async Task Promotions_that_do_not_run_any_more_are_told_and_each_is_read_once()
    {
        using var service = Service();

        var told = await TellAsync(service, Ended, Running, Ended, Gone, null);

        Assert.Equal(2, told.Count);
        Assert.Contains($"{Ended}, which runs from 2021-09-23 to 2021-10-14", told[0]);
        Assert.Contains($"{Gone}, which is not there any more", told[1]);
        Assert.Equal(4, service.Requests.Count);
        Assert.All(service.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task Lines_without_a_promotion_ask_nobody()
    {
        using var service = new PathTransport();

        Assert.Empty(await TellAsync(service, null, " "));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_to_the_service()
    {
        using var service = Service();
        service.Set(ValidationCase.Promotion(Ended), ValidationCase.Fault("2032"), 403);
        Assert.Empty(await TellAsync(service, Ended));

        service.Set($"GET {ValidationCase.Customer}", ValidationCase.Fault("2032"), 403);
        Assert.Empty(await TellAsync(service, Gone));
    }

    private static PathTransport Service()
    {
        var service = new PathTransport();
        service.Set($"GET {ValidationCase.Customer}", """{"billingProfile":{"defaultAddress":{"country":"US"}}}""");
        service.Set(ValidationCase.Promotion(Ended), """{"startDate":"2021-09-23T00:00:00Z","endDate":"2021-10-14T23:59:59Z"}""");
        service.Set(ValidationCase.Promotion(Running), """{"startDate":"2023-05-03T00:00:00Z","endDate":"9999-01-01T00:00:00Z"}""");
        service.Set(ValidationCase.Promotion(Gone), ValidationCase.Fault("400013"), 404);
        return service;
    }

    private static Task<System.Collections.Generic.IReadOnlyList<string>> TellAsync(PathTransport service, params string?[] promotions) => KeptPromotions.EndedAsync(
        new PartnerClient(service, new FrozenClock(new DateTimeOffset(2024, 6, 10, 12, 0, 0, TimeSpan.Zero))),
        Sample.CustomerId,
        promotions.Select(id => new CartLineItem { PromotionId = id }));
}
