using System.Collections.Generic;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>Collections that the service answers whole, unless the setting pageSize splits them; the next page is then a size and an offset (endpoints.md, Paging).</summary>
internal static class WholeCollection
{
    private const string Offset = "offset";

    public static EmulatorResponse Answer<T>(OperationContext context, IReadOnlyList<T> items, string? self = null) =>
        Answer(context, new ItemList<T>(items), self);

    /// <param name="context">The request; its own path and query become links.self.</param>
    /// <param name="items">All of them; only the page's are made.</param>
    /// <param name="self">For collections whose published link is another than the request.</param>
    public static EmulatorResponse Answer<T>(OperationContext context, ItemList<T> items, string? self = null)
    {
        string link = self ?? PageLink.Self(context, Offset, "size");
        int offset = QueryNumber.Read(context.Query, Offset) ?? 0;
        int size = context.Settings.PageSize ?? int.MaxValue;
        if (QueryNumber.Read(context.Query, "size") is > 0 and { } asked && asked < size && context.Settings.PageSize is not null)
        {
            size = asked;
        }

        bool more = (long)offset + size < items.Count;
        return EmulatorResponse.Json(200, new ResourceCollection<T>
        {
            TotalCount = items.Count,
            Items = items.Range(offset, size),
            Links = new ResourceLinks
            {
                Self = ResourceLink.Get(link),
                Next = more ? ResourceLink.Get(PageLink.Next(context, link, "size=" + Text(size) + "&" + Offset + "=" + Text(offset + size))) : null,
            },
        });
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
