using System;
using System.Collections.Concurrent;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Makes typed rows of chunks of lines, on several threads; each has tools of its own, which are kept.</summary>
internal sealed class LineRowReader : IDisposable
{
    private readonly InvoiceLineItemSource source;
    private readonly ConcurrentBag<Tools> idle = new();

    public LineRowReader(InvoiceLineItemSource source) => this.source = source;

    public RowChunk Read(JsonLineChunk chunk)
    {
        Tools tools = idle.TryTake(out Tools? kept) ? kept : new Tools(source);
        RowChunk rows = tools.Read(chunk);
        chunk.Dispose();
        idle.Add(tools);
        return rows;
    }

    public void Dispose()
    {
        while (idle.TryTake(out Tools? tools))
        {
            tools.Dispose();
        }
    }

    private sealed class Tools : JsonRow, IDisposable
    {
        private readonly JsonLineParser parser = new();
        private readonly RowReader rows;
        private InvoiceLineItem? row;

        public Tools(InvoiceLineItemSource source) => rows = new RowReader(source);

        public override void Read(JsonTextReader json) => row = rows.Read(json);

        public RowChunk Read(JsonLineChunk chunk)
        {
            var result = new RowChunk();
            parser.EachLine(chunk, (start, length, number) =>
            {
                if (parser.Parse(start, length, this) is { } trouble)
                {
                    result.BadRows.Add(new BadRow(number, trouble));
                }
                else
                {
                    result.Rows.Add(row!);
                }
            });
            return result;
        }

        public void Dispose() => parser.Dispose();
    }
}
