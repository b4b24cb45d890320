using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Catalogue lists come whole, but a next link is followed all the same (contract: endpoints.md, paging).</summary>
public class CatalogPagingTests
{
    [Fact]
    public Task Products_are_read_over_three_pages() =>
        ReadsThreePages("products.list", client => client.Products.ByCountry("US").ByTargetView("Azure").GetAsync(), product => product.Id);

    [Fact]
    public Task Skus_are_read_over_three_pages() =>
        ReadsThreePages("customerSkus.list", client => client.Customers.ById(Sample.CustomerId).Products.ById("a").Skus.GetAsync(), sku => sku.Id);

    [Fact]
    public Task Availabilities_are_read_over_three_pages() =>
        ReadsThreePages("availabilities.list", client => client.Products.ByCountry("US").ById("a").Skus.ById("0001").Availabilities.GetAsync(), availability => availability.Id);

    [Fact]
    public Task Promotions_are_read_over_three_pages() =>
        ReadsThreePages("promotions.list", client => client.ProductPromotions.ByCountry("US").GetAsync(), promotion => promotion.Id);

    [Fact]
    public Task Subscriptions_are_read_over_three_pages() =>
        ReadsThreePages("subscriptions.list", client => client.Customers.ById(Sample.CustomerId).Subscriptions.GetAsync(), subscription => subscription.Id);

    [Fact]
    public async Task Items_of_later_pages_know_what_was_asked_too()
    {
        using var transport = new ScriptedTransport(CatalogPage.Of("/products?page=2", "1"), CatalogPage.Last("2"));

        Page<Product> first = await new PartnerClient(transport).Products.ByCountry("US").ByTargetView("Azure").GetAsync();
        Page<Product>? second = await first.NextAsync();

        Assert.Equal("US", second!.Items.Single().Country);
    }

    [Fact]
    public async Task Nothing_is_asked_before_it_is_wanted()
    {
        using var transport = new ScriptedTransport(CatalogPage.Of("/products?page=2", "1"));

        Page<Product> first = await new PartnerClient(transport).Products.ByCountry("US").ByTargetView("Azure").GetAsync();

        Assert.True(first.HasNext);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_large_list_is_read_once()
    {
        string items = string.Join(",", Enumerable.Range(0, 2000).Select(i => $$"""{"id":"P{{i}}","title":"A product with a title"}"""));
        using var transport = new ScriptedTransport(Answer.Json($$"""{"items":[{{items}}]}"""));

        Page<Product> page = await new PartnerClient(transport).Products.ByCountry("US").ByTargetView("Azure").GetAsync();

        Assert.Equal(2000, page.Items.Count);
        Assert.All(page.Items, product => Assert.Equal("US", product.Country));
    }

    [Fact]
    public async Task The_token_of_the_caller_reaches_every_call()
    {
        using var transport = new ScriptedTransport(CatalogPage.Of("/products?page=2", "1"), CatalogPage.Last("2"));
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();

        Page<Product> page = await new PartnerClient(transport).Products.ByCountry("US").ByTargetView("Azure").GetAsync(first.Token);
        await page.NextAsync(second.Token);

        Assert.Equal(new[] { first.Token, second.Token }, transport.Tokens);
    }

    private static async Task ReadsThreePages<T>(string operation, Func<PartnerClient, Task<Page<T>>> read, Func<T, string?> id)
    {
        using var transport = new ScriptedTransport(CatalogPage.Of("/things?page=2", "1", "2"), CatalogPage.Of("/v1/things?page=3", "3"), CatalogPage.Last("4"));
        var ids = new List<string?>();

        for (Page<T>? page = await read(new PartnerClient(transport)); page != null; page = await page.NextAsync())
        {
            ids.AddRange(page.Items.Select(id));
        }

        Assert.Equal(new[] { "1", "2", "3", "4" }, ids);
        Assert.Equal(new[] { "/v1/things?page=2", "/v1/things?page=3" }, transport.Requests.Skip(1).Select(request => request.Path));
        Assert.All(transport.Requests, request => Assert.Equal((operation, "GET", RetryClass.Read), (request.Operation, request.Method, request.RetryClass)));
    }
}
