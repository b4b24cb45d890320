using System;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using PartnerCenterCart.Emulation.Host;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>An emulator of its own for one test, with its clock frozen, and a client at one of its doors.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2025, 6, 10, 12, 0, 0, TimeSpan.Zero);

    private EmulatorHost? host;

    private TestService(PartnerCenterEmulator emulator, HttpClient client)
    {
        Emulator = emulator;
        Client = client;
    }

    public PartnerCenterEmulator Emulator { get; }

    public HttpClient Client { get; }

    public static async Task<TestService> StartAsync(Door door = Door.InProcess, EmulatorOptions? options = null)
    {
        var emulator = new PartnerCenterEmulator(options ?? new EmulatorOptions { StartTime = Start });
        EmulatorHost? host = door == Door.Kestrel ? await EmulatorHost.StartAsync(emulator, 0) : null;
        HttpClient client = host is null
            ? new HttpClient(emulator.CreateHandler()) { BaseAddress = new Uri("https://partner.example/") }
            : new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer some-token");
        return new TestService(emulator, client) { host = host };
    }

    /// <summary>A client at the same door that sends no token.</summary>
    public HttpClient CreateClient() => host is null ? new HttpClient(Emulator.CreateHandler()) : new HttpClient();

    public async Task<Answer> SendAsync(string method, string path, object? body = null, string? requestId = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? (body as JToken ?? JToken.FromObject(body)).ToString(), Encoding.UTF8, "application/json");
        }

        if (requestId is not null)
        {
            request.Headers.Add("MS-RequestId", requestId);
        }

        HttpResponseMessage message = await Client.SendAsync(request, cancellationToken);
        return await Answer.ReadAsync(message);
    }

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path);

    public Task<Answer> CreateCartAsync(string customerId, object cart, string? requestId = null) =>
        SendAsync("POST", $"/v1/customers/{customerId}/carts", cart, requestId);

    public Task<Answer> CheckoutAsync(string customerId, string cartId, string? requestId = null) =>
        SendAsync("POST", $"/v1/customers/{customerId}/carts/{cartId}/checkout", null, requestId);

    public Task<Answer> UpdateCartAsync(string customerId, string cartId, object cart) =>
        SendAsync("PUT", $"/v1/customers/{customerId}/carts/{cartId}", cart);

    public async Task<Answer> SetFaultAsync(object fault)
    {
        Answer answer = await SendAsync("POST", "/_emulator/faults", fault);
        Xunit.Assert.Equal(201, answer.Status);
        return answer;
    }

    public async Task<JArray> LogAsync(string? operation = null) =>
        (JArray)(await GetAsync("/_emulator/requests" + (operation is null ? string.Empty : "?operation=" + operation))).Json["items"]!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        Emulator.Dispose();
    }
}
