using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>MS-RequestId names one logical call, MS-CorrelationId one user action (behaviours.md, section 2).</summary>
public class RequestIdentityTests
{
    [Fact]
    public async Task Each_call_has_a_request_id_of_its_own()
    {
        using var transport = Orders(3);
        using var client = new PartnerClient(transport, context: new RequestContext());

        await ReadAsync(client, 3);

        Assert.Equal(3, transport.Requests.Select(request => request.RequestId).Distinct().Count());
        Assert.DoesNotContain(Guid.Empty, transport.Requests.Select(request => request.RequestId));
    }

    [Fact]
    public async Task The_request_id_stays_with_the_request()
    {
        using var transport = Orders(1);
        using var client = new PartnerClient(transport);

        await ReadAsync(client, 1);

        Assert.Equal(transport.Request.RequestId, transport.Request.RequestId);
    }

    [Fact]
    public async Task Without_a_context_each_call_is_a_user_action_of_its_own()
    {
        using var transport = Orders(2);
        using var client = new PartnerClient(transport);

        await ReadAsync(client, 2);

        Assert.Equal(2, transport.Requests.Select(request => request.Context.CorrelationId).Distinct().Count());
    }

    [Fact]
    public async Task All_calls_of_one_context_share_its_correlation_id_and_language()
    {
        var id = new Guid("77777777-7777-4777-8777-777777777701");
        using var transport = Orders(3);
        using var client = new PartnerClient(transport);

        await ReadAsync(client.With(new RequestContext(id, "de-CH")), 2);
        await ReadAsync(client, 1);

        Assert.Equal(new[] { (id, "de-CH"), (id, "de-CH") }, transport.Requests.Take(2).Select(request => (request.Context.CorrelationId, request.Context.Locale)));
        Assert.NotEqual(id, transport.Requests[2].Context.CorrelationId);
        Assert.Equal("en-US", transport.Requests[2].Context.Locale);
    }

    [Fact]
    public async Task The_observer_of_the_context_comes_with_every_request()
    {
        var observer = new SilentObserver();
        using var transport = Orders(1);
        using var client = new PartnerClient(transport);

        await ReadAsync(client.With(new RequestContext(observer: observer)), 1);

        Assert.Same(observer, transport.Request.Context.Observer);
    }

    [Fact]
    public async Task A_failure_names_the_ids_of_its_call()
    {
        using var transport = new ScriptedTransport(Answer.Of(500, ""));
        using var client = new PartnerClient(transport);

        var failure = await Assert.ThrowsAsync<PartnerException>(() => ReadAsync(client, 1));

        Assert.Equal(transport.Request.RequestId.ToString(), failure.RequestId);
        Assert.Equal(transport.Request.Context.CorrelationId.ToString(), failure.CorrelationId);
    }

    [Fact]
    public async Task Many_callers_at_once_do_not_share_a_request()
    {
        var requests = new List<PartnerRequest>();
        using var transport = new SharedTransport(requests);
        using var client = new PartnerClient(transport);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => ReadAsync(client, 1))));

        Assert.Equal(200, requests.Select(request => request.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task The_cancellation_token_of_the_caller_reaches_the_transport()
    {
        using var source = new CancellationTokenSource();
        using var transport = Orders(1);
        using var client = new PartnerClient(transport);

        await client.Customers.ById(Sample.CustomerId).Orders.GetAsync(cancellationToken: source.Token);

        Assert.Equal(source.Token, transport.Tokens.Single());
    }

    [Fact]
    public void A_client_closes_its_transport_and_a_scoped_one_leaves_it_open()
    {
        var transport = new ScriptedTransport();
        var client = new PartnerClient(transport);

        client.With(new RequestContext()).Dispose();
        Assert.False(transport.IsDisposed);

        client.Dispose();
        Assert.True(transport.IsDisposed);
    }

    private static async Task ReadAsync(PartnerClient client, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await client.Customers.ById(Sample.CustomerId).Orders.GetAsync();
        }
    }

    private static ScriptedTransport Orders(int times) => new(Enumerable.Range(0, times).Select(_ => OrderPage.Last("1")).ToArray());

    private sealed class SilentObserver : ICallObserver
    {
        public bool WantsContent => false;

        public void Note(CallNote note)
        {
        }
    }

    private sealed class SharedTransport(List<PartnerRequest> requests) : IPartnerTransport
    {
        public Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
        {
            lock (requests)
            {
                requests.Add(request);
            }

            return Task.FromResult(read(OrderPage.Last("1")));
        }

        public void Dispose()
        {
        }
    }
}
