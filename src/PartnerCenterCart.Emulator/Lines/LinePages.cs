using System;
using System.Globalization;
using Newtonsoft.Json;

namespace PartnerCenterCart.Emulation;

/// <summary>Pages of lines: by token for everything modern, by offset for azure and office (newer-facts.md). Their bodies are made while they are sent.</summary>
internal static class LinePages
{
    private const int MostLines = 2000;
    private const string SeekOperation = "seekOperation";

    /// <param name="context">The request.</param>
    /// <param name="lines">All lines.</param>
    /// <param name="shape">Their form.</param>
    /// <param name="key">What the token belongs to; the spelling of the query is not part of it, because published links spell it otherwise.</param>
    /// <param name="published">Links as the published answers of billed purchases have them: a second question mark, a letter missing, the token on top too.</param>
    public static EmulatorResponse BySeek(OperationContext context, ILineSource lines, LineShape shape, string key, bool published)
    {
        string query = key + "/" + context.Query["size"];
        (int start, bool empty) = SeekCollection.Start(context, query);
        int end = empty ? start : (int)Math.Min(lines.Count, (long)start + Size(context));
        string? token = end < lines.Count ? ContinuationToken.Make(SeekCollection.Position(end, context.Settings.EmptyPages && !empty), query, context) : null;
        bool onTop = context.Settings.TokenPlace == EmulatorSettings.OnTop;
        string self = Self(context, published, SeekOperation);
        ResourceLink? next = token is null || onTop ? null : ResourceLink.Get(Next(context, self, SeekOperation + "=Next", published)) with
        {
            Headers = [new Participant { Key = ContinuationToken.Header, Value = token }],
        };
        return Page(lines, start, end, shape, onTop || published ? token : null, new ResourceLinks { Self = ResourceLink.Get(self), Next = next });
    }

    public static EmulatorResponse ByOffset(OperationContext context, ILineSource lines, LineShape shape, bool published)
    {
        int start = Math.Min(QueryNumber.Read(context.Query, "offset") ?? 0, lines.Count);
        int size = Size(context);
        int end = (int)Math.Min(lines.Count, (long)start + size);
        string self = Self(context, published, "size", "offset");
        var links = new ResourceLinks
        {
            Self = ResourceLink.Get(Next(context, self, Range(size, start), published: false)),
            Next = end < lines.Count ? ResourceLink.Get(PageLink.Next(context, self, Range(size, end))) : null,
        };
        return Page(lines, start, end, shape, null, links);
    }

    private static int Size(OperationContext context)
    {
        int size = QueryNumber.Read(context.Query, "size") is > 0 and { } asked ? Math.Min(asked, MostLines) : MostLines;
        return Math.Min(size, context.Settings.PageSize ?? int.MaxValue);
    }

    private static string Range(int size, int offset) => "size=" + size.ToString(CultureInfo.InvariantCulture) + "&offset=" + offset.ToString(CultureInfo.InvariantCulture);

    // A letter is missing in the links of billed purchases and licences, as published.
    private static string Self(OperationContext context, bool published, params string[] without)
    {
        string self = PageLink.Self(context, without);
        int place = published ? self.IndexOf("&invoiceLineItemType=", StringComparison.OrdinalIgnoreCase) : -1;
        return place < 0 ? self : self.Substring(0, place) + "&n" + self.Substring(place + "&in".Length);
    }

    private static string Next(OperationContext context, string self, string page, bool published) =>
        published && !context.Settings.MalformedLinks ? self + "?" + page
        : page.StartsWith(SeekOperation, StringComparison.Ordinal) ? PageLink.Next(context, self, page)
        : self + (self.IndexOf('?') < 0 ? "?" : "&") + page;

    private static EmulatorResponse Page(ILineSource lines, int start, int end, LineShape shape, string? token, ResourceLinks links)
    {
        string top = token is null ? string.Empty : "\"continuationToken\":" + JsonConvert.ToString(token) + ",";
        byte[] before = WireJson.Utf8.GetBytes("{" + top + "\"totalCount\":" + (end - start).ToString(CultureInfo.InvariantCulture) + ",\"items\":[");
        byte[] after = WireJson.Utf8.GetBytes("],\"links\":" + WireJson.WriteText(links) + ",\"attributes\":{\"objectType\":\"Collection\"}}");
        long? length = lines.Length(start, end, shape) is { } items ? before.Length + items + Math.Max(0, end - start - 1) + after.Length : null;
        return EmulatorResponse.Streamed(200, () => new LinePageStream(lines, start, end, shape, before, after), length, EmulatorResponse.JsonType);
    }
}
