using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Text;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Turns chunks of JSON lines into rows of text, on several threads; each has tools of its own, which are kept.</summary>
internal sealed class LineExporter : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Func<Tools> make;
    private readonly ConcurrentBag<Tools> idle = new();
    private readonly ConcurrentBag<MemoryStream> buffers = new();

    private LineExporter(Func<Tools> make) => this.make = make;

    /// <summary>Comma-separated text.</summary>
    public static LineExporter Delimited(IDelimitedText text, ExportColumns columns, bool safeForSpreadsheet, Action<DelimitedJsonRow>? complete = null) =>
        new(() => new DelimitedTools(text, new DelimitedJsonRow(columns, safeForSpreadsheet), complete));

    /// <summary>JSON lines as they came, those that are none left out.</summary>
    public static LineExporter Lines() => new(() => new LineTools());

    public ExportedChunk Export(JsonLineChunk chunk)
    {
        Tools tools = idle.TryTake(out Tools? kept) ? kept : make();
        MemoryStream bytes = buffers.TryTake(out MemoryStream? buffer) ? buffer : new MemoryStream(chunk.Length);
        bytes.SetLength(0);
        ExportedChunk result = tools.Export(chunk, bytes);
        chunk.Dispose();
        idle.Add(tools);
        return result;
    }

    /// <summary>Hands a buffer back when its bytes are written.</summary>
    public void Return(ExportedChunk chunk) => buffers.Add(chunk.Bytes);

    public void Dispose()
    {
        while (idle.TryTake(out Tools? tools))
        {
            tools.Dispose();
        }
    }

    private abstract class Tools : IDisposable
    {
        protected JsonLineParser Parser { get; } = new();

        public abstract ExportedChunk Export(JsonLineChunk chunk, MemoryStream bytes);

        public virtual void Dispose() => Parser.Dispose();
    }

    private sealed class DelimitedTools : Tools
    {
        private readonly IDelimitedText text;
        private readonly DelimitedJsonRow row;
        private readonly Action<DelimitedJsonRow>? complete;

        public DelimitedTools(IDelimitedText text, DelimitedJsonRow row, Action<DelimitedJsonRow>? complete)
        {
            this.text = text;
            this.row = row;
            this.complete = complete;
        }

        public override ExportedChunk Export(JsonLineChunk chunk, MemoryStream bytes)
        {
            int rows = 0;
            List<BadRow>? bad = null;
            using (IDelimitedWriter writer = text.Write(bytes))
            {
                Parser.EachLine(chunk, (start, length, number) =>
                {
                    if (Parser.Parse(start, length, row) is { } trouble)
                    {
                        (bad ??= new List<BadRow>()).Add(new BadRow(number, trouble));
                        return;
                    }

                    complete?.Invoke(row);
                    row.Write(writer);
                    rows++;
                });
            }

            return new ExportedChunk(bytes, rows, bad ?? (IReadOnlyList<BadRow>)Array.Empty<BadRow>());
        }
    }

    private sealed class LineTools : Tools
    {
        private static readonly SkippedJsonRow Row = new();

        public override ExportedChunk Export(JsonLineChunk chunk, MemoryStream bytes)
        {
            int rows = 0;
            List<BadRow>? bad = null;
            using (var target = new StreamWriter(bytes, Utf8, 16 * 1024, leaveOpen: true))
            {
                Parser.EachLine(chunk, (start, length, number) =>
                {
                    if (Parser.Parse(start, length, Row) is { } trouble)
                    {
                        (bad ??= new List<BadRow>()).Add(new BadRow(number, trouble));
                        return;
                    }

                    target.Write(Parser.Text, start, length);
                    target.Write('\n');
                    rows++;
                });
            }

            return new ExportedChunk(bytes, rows, bad ?? (IReadOnlyList<BadRow>)Array.Empty<BadRow>());
        }
    }
}
