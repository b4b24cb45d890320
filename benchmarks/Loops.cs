// Compiled by Run.ps1. What the module is measured against, and the loops that run without PowerShell.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart;

namespace Benchmark;

/// <summary>A client made by somebody in a hurry: no retry, no models, no errors; the same headers on the wire.</summary>
public sealed class BareClient : IDisposable
{
    private readonly HttpClient client = new();
    private readonly string carts;
    private readonly byte[] cart;

    public BareClient(string endpoint, string customerId, string cart)
    {
        carts = $"{endpoint}/v1/customers/{customerId}/carts";
        this.cart = Encoding.UTF8.GetBytes(cart);
    }

    public byte[] Create() => Post(carts, cart);

    public byte[] Checkout(string cartId) => Post($"{carts}/{cartId}/checkout", Array.Empty<byte>());

    public double[] TimeCreate(int count) => Loop.Time(Enumerable.Range(0, count), _ => Create());

    public double[] TimeCheckout(string[] cartIds) => Loop.Time(cartIds, id => Checkout(id));

    /// <summary>Carts that are there to be checked out.</summary>
    public string[] NewCarts(int count) => Enumerable.Range(0, count)
        .Select(_ => JsonDocument.Parse(Create()).RootElement.GetProperty("id").GetString()!)
        .ToArray();

    public void Dispose() => client.Dispose();

    private byte[] Post(string address, byte[] body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "benchmark");
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("MS-RequestId", Guid.NewGuid().ToString());
        message.Headers.TryAddWithoutValidation("MS-CorrelationId", Guid.NewGuid().ToString());
        message.Headers.TryAddWithoutValidation("X-Locale", "en-US");
        using HttpResponseMessage answer = client.SendAsync(message).GetAwaiter().GetResult().EnsureSuccessStatusCode();
        return answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }
}

/// <summary>The module's own client, called from C#.</summary>
public sealed class CoreClient : IDisposable, IPartnerTokenSource
{
    private readonly PartnerClient client;
    private readonly CartCollectionOperations carts;
    private readonly CartLineItem line;

    /// <param name="transport">The type HttpTransport, which is loaded by path.</param>
    public CoreClient(Type transport, string endpoint, string customerId, CartLineItem line)
    {
        var options = new TransportOptions { Endpoint = new Uri(endpoint), TokenSource = this };
        client = new PartnerClient((IPartnerTransport)Activator.CreateInstance(transport, options)!);
        carts = client.Customers.ById(customerId).Carts;
        this.line = line;
    }

    public Task<string> GetTokenAsync(CancellationToken cancellationToken) => Task.FromResult("benchmark");

    public double[] TimeCreate(int count)
    {
        var cart = new Cart { LineItems = new List<CartLineItem> { line } };
        return Loop.Time(Enumerable.Range(0, count), _ => carts.CreateAsync(cart).GetAwaiter().GetResult());
    }

    public double[] TimeCheckout(string[] cartIds) =>
        Loop.Time(cartIds, id => carts.ById(id).CheckoutAsync().GetAwaiter().GetResult());

    public void Dispose() => client.Dispose();
}

internal static class Loop
{
    /// <summary>Milliseconds of each call.</summary>
    public static double[] Time<T>(IEnumerable<T> items, Action<T> call) => items
        .Select(item =>
        {
            long start = Stopwatch.GetTimestamp();
            call(item);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        })
        .ToArray();
}
