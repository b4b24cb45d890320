using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Collections that are read with size, seekOperation=Next and MS-ContinuationToken (behaviours.md section 5).</summary>
internal static class SeekCollection
{
    private const string SeekOperation = "seekOperation";

    /// <param name="context">The request.</param>
    /// <param name="items">All items in their order.</param>
    /// <param name="defaultSize">The service's own page length, for size 0 or none.</param>
    /// <param name="self">links.self of the first page.</param>
    public static EmulatorResponse Answer<T>(OperationContext context, ItemList<T> items, int defaultSize, string self)
    {
        string query = PageLink.Self(context, SeekOperation);
        (int start, bool empty) = Start(context, query);
        int size = QueryNumber.Read(context.Query, "size") is > 0 and { } asked ? asked : defaultSize;
        size = empty ? 0 : Math.Min(size, context.Settings.PageSize ?? int.MaxValue);
        int end = (int)Math.Min(items.Count, (long)start + size);
        string? token = end < items.Count ? ContinuationToken.Make(Position(end, context.Settings.EmptyPages && !empty), query, context) : null;
        bool onTop = context.Settings.TokenPlace == EmulatorSettings.OnTop;
        return EmulatorResponse.Json(200, new ResourceCollection<T>
        {
            TotalCount = end - start,
            Items = items.Range(start, end - start),
            ContinuationToken = onTop ? token : null,
            Links = new ResourceLinks
            {
                Self = ResourceLink.Get(self),
                Next = token is null || onTop ? null : ResourceLink.Get(PageLink.Next(context, self, SeekOperation + "=Next")) with
                {
                    Headers = [new Participant { Key = ContinuationToken.Header, Value = token }],
                },
            },
        });
    }

    /// <summary>Where the page of a request begins, and whether it is the empty one before that.</summary>
    public static (int Start, bool Empty) Start(OperationContext context, string query)
    {
        string? operation = context.Query[SeekOperation];
        if (operation is null)
        {
            return (0, false);
        }

        if (!string.Equals(operation, "Next", StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceFault("3000", "'" + operation + "' is no " + SeekOperation + "; use Next.");
        }

        int position = ContinuationToken.Read(context.Request.Header(ContinuationToken.Header), query, context);
        return (position / 2, position % 2 == 1);
    }

    // An odd number stands for the empty page before the place.
    public static int Position(int place, bool empty) => (2 * place) + (empty ? 1 : 0);
}
