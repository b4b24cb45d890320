using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A service whose every answer a test decides by operation and how often that was asked; its clock moves when slept on.</summary>
internal sealed class OrderService : IPartnerTransport, IClock
{
    private readonly object gate = new();
    private readonly Dictionary<string, int> counts = new();

    public static readonly DateTimeOffset Start = new(2025, 6, 10, 12, 0, 0, TimeSpan.Zero);

    public OrderService(Func<PartnerRequest, int, PartnerAnswer> answer) => Answers = answer;

    /// <summary>What to answer to a request, given how many of its operation and path came before it.</summary>
    public Func<PartnerRequest, int, PartnerAnswer> Answers { get; set; }

    public List<PartnerRequest> Requests { get; } = new();

    /// <summary>False for a long run, of which only the answers count.</summary>
    public bool Remembers { get; set; } = true;

    public List<TimeSpan> Sleeps { get; } = new();

    public DateTimeOffset UtcNow { get; set; } = Start;

    public PartnerClient Client => new(this, this);

    public int Count(string operation) => Requests.Count(request => request.Operation == operation);

    public async Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        // A real service answers later: callers must not rely on finishing where they began.
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        int number;
        lock (gate)
        {
            if (Remembers)
            {
                Requests.Add(request);
            }

            string key = request.Operation + " " + request.Path;
            number = counts.TryGetValue(key, out int before) ? before : 0;
            counts[key] = number + 1;
        }

        return read(Answers(request, number));
    }

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sleeps.Add(duration);
        UtcNow += duration;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }
}
