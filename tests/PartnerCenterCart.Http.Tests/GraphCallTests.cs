using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Calls of Microsoft Graph go elsewhere than those of Partner Center, with a token of their own.</summary>
public class GraphCallTests
{
    private static readonly CloudEnvironment[] Others = CloudEnvironment.All.Where(cloud => !cloud.HasGraphReconciliation).ToArray();

    [Fact]
    public async Task A_call_of_Graph_goes_to_Graph_with_the_token_for_it()
    {
        using var handler = new FakeHandler((_, _) => Task.FromResult(FakeHandler.Json()));
        using var transport = new HttpTransport(new TransportOptions { TokenSource = new EveryToken(), Handler = handler });

        await SendAsync(transport, TokenResource.Graph);
        await SendAsync(transport, TokenResource.PartnerCenter);

        Assert.Equal(
            new[] { "https://graph.microsoft.com/v1.0/reports Graph-token", "https://api.partnercenter.microsoft.com/v1.0/reports PartnerCenter-token" },
            handler.Messages.Select(message => $"{message.RequestUri} {message.Headers.Authorization!.Parameter}"));
    }

    [Fact]
    public async Task A_token_that_Graph_refuses_is_renewed_for_Graph()
    {
        int calls = 0;
        using var handler = new FakeHandler((_, _) => Task.FromResult(FakeHandler.Json("{}", calls++ == 0 ? System.Net.HttpStatusCode.Unauthorized : System.Net.HttpStatusCode.OK)));
        using var transport = new HttpTransport(new TransportOptions { TokenSource = new EveryToken(), Handler = handler });

        await SendAsync(transport, TokenResource.Graph);

        Assert.Equal(new[] { "Graph-token", "Graph-other" }, handler.Messages.Select(message => message.Headers.Authorization!.Parameter));
    }

    [Fact]
    public async Task An_emulator_serves_both_and_takes_the_same_token_for_both()
    {
        using var handler = new FakeHandler((_, _) => Task.FromResult(FakeHandler.Json()));
        using var transport = new HttpTransport(new TransportOptions { Endpoint = new Uri("http://localhost:8080"), TokenSource = new FixedToken("only-one"), Handler = handler });

        await SendAsync(transport, TokenResource.Graph);

        HttpRequestMessage message = Assert.Single(handler.Messages);
        Assert.Equal(("http://localhost:8080/v1.0/reports", "only-one"), (message.RequestUri!.ToString(), message.Headers.Authorization!.Parameter));
    }

    [Fact]
    public async Task A_token_for_Partner_Center_is_not_sent_to_Graph()
    {
        using var handler = new FakeHandler((_, _) => Task.FromResult(FakeHandler.Json()));
        using var transport = new HttpTransport(new TransportOptions { TokenSource = new FixedToken("for-partner-center"), Handler = handler });

        PartnerException refused = await Assert.ThrowsAsync<PartnerException>(() => SendAsync(transport, TokenResource.Graph));

        Assert.Equal((PartnerErrorKind.Unauthorized, true), (refused.Kind, refused.NothingWasDone));
        Assert.Contains("PartnerBilling.Read.All", refused.Message);
        Assert.Empty(handler.Messages);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost:8080")]
    public async Task Other_clouds_than_the_global_one_are_told_so_before_anything_is_sent(string? endpoint)
    {
        foreach (CloudEnvironment cloud in Others)
        {
            using var handler = new FakeHandler((_, _) => Task.FromResult(FakeHandler.Json()));
            using var transport = new HttpTransport(new TransportOptions { Environment = cloud, Endpoint = endpoint == null ? cloud.Endpoint : new Uri(endpoint), TokenSource = new EveryToken(), Handler = handler });

            PartnerException refused = await Assert.ThrowsAsync<PartnerException>(() => SendAsync(transport, TokenResource.Graph));

            Assert.Equal(PartnerErrorKind.InvalidInput, refused.Kind);
            Assert.Contains("global cloud", refused.Message);
            Assert.Empty(handler.Messages);
        }
    }

    private static Task<bool> SendAsync(HttpTransport transport, TokenResource resource)
    {
        var request = new PartnerRequest("reconciliation.operation", "GET", "/v1.0/reports", RetryClass.Read, new RequestContext()) { Resource = resource };
        return transport.SendAsync(request, answer => answer.IsSuccess, CancellationToken.None);
    }

    private sealed class EveryToken : IResourceTokenSource
    {
        public PartnerTokenKind TokenKind => PartnerTokenKind.AppUser;

        public Task<string> GetTokenAsync(CancellationToken cancellationToken) => GetTokenAsync(TokenResource.PartnerCenter, cancellationToken);

        public Task<string> GetTokenAsync(TokenResource resource, CancellationToken cancellationToken) => Task.FromResult(resource + "-token");

        public Task<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken) => RenewTokenAsync(TokenResource.PartnerCenter, refused, cancellationToken);

        public Task<string?> RenewTokenAsync(TokenResource resource, string refused, CancellationToken cancellationToken) => Task.FromResult<string?>(resource + "-other");
    }
}
