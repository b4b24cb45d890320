using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Any number of lines from one pattern. Their text is made once; a line is a copy of it with its own number written in.</summary>
internal sealed class GeneratedLines : ILineSource
{
    private readonly InvoiceRecord invoice;
    private readonly ConcurrentDictionary<LineShape, Lazy<LineTemplate[]>> templates = new();
    private readonly Charge[] pattern;
    private readonly HashSet<int> broken;

    public GeneratedLines(InvoiceRecord invoice, LineKind kind, int count, Charge? last = null)
    {
        this.invoice = invoice;
        Count = count;
        Last = last;
        broken = [.. invoice.BrokenRows];
        var source = new LinePattern(invoice, kind);
        pattern = Enumerable.Range(0, Math.Min(count, LinePattern.Period)).Select(source.At).ToArray();
    }

    public int Count { get; }

    /// <summary>A line unlike the others, at the end; null for none.</summary>
    public Charge? Last { get; }

    private int Repeated => Last is null ? Count : Count - 1;

    public Charge At(int index) => Last is not null && index == Count - 1 ? Last : pattern[index % LinePattern.Period];

    // Without going through them.
    public decimal Sum(Func<Charge, decimal> amount)
    {
        decimal sum = Last is null ? 0 : amount(Last);
        for (int position = 0; position < Math.Min(pattern.Length, Repeated); position++)
        {
            sum += amount(pattern[position]) * ((Repeated - position + LinePattern.Period - 1) / LinePattern.Period);
        }

        return sum;
    }

    public void Write(int index, LineShape shape, RowBuffer buffer)
    {
        LineTemplate template = Template(index, shape);
        if (shape is LineShape.V2Full or LineShape.V2Basic && broken.Contains(index))
        {
            template.WriteHalf(buffer);
            return;
        }

        template.Write(index, buffer);
    }

    public long? Length(int from, int to, LineShape shape)
    {
        long length = 0;
        for (int index = from; index < to; index++)
        {
            length += Template(index, shape).Length;
        }

        return length;
    }

    private LineTemplate Template(int index, LineShape shape)
    {
        LineTemplate[] made = templates.GetOrAdd(shape, key => new Lazy<LineTemplate[]>(() => Make(key))).Value;
        return index == Count - 1 && Last is not null ? made[made.Length - 1] : made[index % LinePattern.Period];
    }

    private LineTemplate[] Make(LineShape shape) =>
        (Last is null ? pattern : pattern.Append(Last)).Select(charge => new LineTemplate(WireJson.WriteBytes(LineText.Of(charge, shape, invoice.NumbersAsText)))).ToArray();
}
