using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Reads rows page by page (the interface that the documents call v1); a page that is not ready is waited for.</summary>
internal sealed class PagedLineItemReader : InvoiceLineItemReader
{
    private readonly CallSender sender;
    private readonly string operation;
    private readonly RowReader rows;
    private readonly PageTrail trail = new();
    private readonly PageBody body = new();
    private (string Path, IReadOnlyDictionary<string, string> Headers)? next;
    private int number;
    private int count;

    public PagedLineItemReader(CallSender sender, string operation, InvoiceLineItemSource source, string path)
        : base(source)
    {
        this.sender = sender;
        this.operation = operation;
        rows = new RowReader(source);
        next = (path, PartnerRequest.NoHeaders);
    }

    public override async Task<InvoiceLineItemBatch?> NextAsync(CancellationToken cancellationToken = default)
    {
        if (next is not { } present)
        {
            return null;
        }

        // Asked for again after a failure would be the same page; but what was handed out must not come twice.
        next = null;
        number++;
        PartnerRequest request = null!;
        LineItemPage page = await NotReady.WaitAsync(
            sender,
            () =>
            {
                request = sender.Request(operation, HttpMethod.Get, present.Path, RetryClass.Read, $"reading {Source}", headers: present.Headers, sink: Sink);
                trail.ThrowInACircle(request, number);
                return request;
            },
            answer => LineItemPage.Read(Sink == null ? answer.Body : body.Open(), rows),
            cancellationToken).ConfigureAwait(false);
        count += page.Items.Count;
        next = NextLink.After(request, page.Next, page.ContinuationToken, count);
        return new InvoiceLineItemBatch(Source, page.Items) { Progress = $"{count} rows" };
    }

    // Who wants to see bodies gets them: what goes to a sink cannot be shown.
    private PageBody? Sink => sender.Context?.Observer is { WantsContent: true } ? null : body;
}
