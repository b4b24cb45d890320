using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Reads lists page by page, and notices when the service sends it in a circle.</summary>
internal sealed class PageReader<T>
    where T : class
{
    private readonly CallSender sender;
    private readonly string operation;
    private readonly string purpose;
    private readonly Action<T> prepare;
    private readonly PageTrail trail = new();

    public PageReader(CallSender sender, string operation, string purpose, Action<T> prepare)
    {
        this.sender = sender;
        this.operation = operation;
        this.purpose = purpose;
        this.prepare = prepare;
    }

    public Task<Page<T>> FirstAsync(ResourcePath path, CancellationToken cancellationToken) =>
        ReadAsync(path.ToString(), null, 1, 0, cancellationToken);

    private async Task<Page<T>> ReadAsync(string path, IReadOnlyDictionary<string, string>? headers, int number, int rowsBefore, CancellationToken cancellationToken)
    {
        PartnerRequest request = sender.Request(operation, HttpMethod.Get, path, RetryClass.Read, purpose, headers: headers);
        trail.ThrowInACircle(request, number);
        PartnerCollection<T> page = await sender.SendAsync<PartnerCollection<T>>(request, cancellationToken).ConfigureAwait(false);
        List<T> items = page.Items?.Where(item => item != null).ToList() ?? new List<T>();
        items.ForEach(prepare);
        int rows = rowsBefore + items.Count;
        var next = NextLink.After(request, page.Links?.Next, page.ContinuationToken, rows);
        return new Page<T>(items, page.TotalCount, next is { } n ? token => ReadAsync(n.Path, n.Headers, number + 1, rows, token) : null);
    }
}
