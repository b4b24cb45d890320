using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http.Tests;

/// <summary>A store whose process can die before it is written.</summary>
internal sealed class MemoryStore : ITokenStore
{
    public string Name => "the store of the test";

    public string? Warning => null;

    public bool CanRead => true;

    public StoredToken? Content { get; set; }

    public int Writes { get; private set; }

    /// <summary>Thrown by the next write, once.</summary>
    public Exception? Failure { get; set; }

    public Task<StoredToken?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Content);

    public Task WriteAsync(StoredToken token, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            Failure = null;
            throw failure;
        }

        Writes++;
        Content = token;
        return Task.CompletedTask;
    }
}
