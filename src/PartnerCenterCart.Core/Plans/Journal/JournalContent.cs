using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What a journal holds, read from its start.</summary>
internal sealed class JournalContent
{
    public const string Kind = "type";
    public const string HeaderKind = "journal";
    public const string RowKind = "row";
    public const string PlannedKind = "planned";
    public const string StepKind = "step";

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        Culture = System.Globalization.CultureInfo.InvariantCulture,
        Converters = { new Newtonsoft.Json.Converters.StringEnumConverter() },
    });

    private readonly SortedDictionary<int, CartProgress> carts = new();
    private readonly Dictionary<string, RowProgress> rows = new(StringComparer.Ordinal);

    /// <summary>Null when not even the first line is whole.</summary>
    public JournalHeader? Header { get; private set; }

    /// <summary>Whether every row of the plan is in it; before that nothing was sent.</summary>
    public bool IsPlanned { get; private set; }

    public IReadOnlyCollection<CartProgress> Carts => carts.Values;

    /// <summary>Whole lines.</summary>
    public long Lines { get; private set; }

    /// <summary>Bytes of the whole lines.</summary>
    public long WholeLength { get; private set; }

    /// <summary>Bytes of the header; what is behind it can be written again as long as the plan is not complete.</summary>
    public long HeaderLength { get; private set; }

    public bool IsTorn { get; private set; }

    public CartProgress? Cart(int number) => carts.TryGetValue(number, out CartProgress? cart) ? cart : null;

    public RowProgress? Row(string reference) => rows.TryGetValue(reference, out RowProgress? row) ? row : null;

    public static JObject Object(string kind, object value)
    {
        var content = JObject.FromObject(value, Serializer);
        content.AddFirst(new JProperty(Kind, kind));
        return content;
    }

    /// <exception cref="PartnerException">JournalDamaged: it is none, of a later version, or something in its middle was changed.</exception>
    public static JournalContent Read(Stream stream, string path)
    {
        var content = new JournalContent();
        var reader = new JournalReader(stream);
        foreach (JObject line in reader.Lines())
        {
            content.Take(line, path);
            if (reader.Count == 1)
            {
                content.HeaderLength = reader.WholeLength;
            }
        }

        if (reader.DamagedLine is { } damaged)
        {
            throw JournalFault.Damaged(path, $"line {damaged} is not what was written there, although later lines are whole");
        }

        content.Lines = reader.Count;
        content.WholeLength = reader.WholeLength;
        content.IsTorn = reader.IsTorn;
        return content;
    }

    public void Add(JournalRow row)
    {
        if (!carts.TryGetValue(row.Cart, out CartProgress? cart))
        {
            carts[row.Cart] = cart = new CartProgress(row.Cart);
        }

        rows[row.Reference] = cart.Add(row);
    }

    public void Complete() => IsPlanned = true;

    /// <summary>Forgets rows of a plan whose end never came to the disk.</summary>
    public void ForgetRows()
    {
        carts.Clear();
        rows.Clear();
    }

    private void Take(JObject line, string path)
    {
        string? kind = (string?)line[Kind];
        if (Header == null)
        {
            Header = kind == HeaderKind ? line.ToObject<JournalHeader>(Serializer) : null;
            if (Header?.Name != JournalHeader.Format)
            {
                throw JournalFault.Damaged(path, "it is no journal of a purchase plan");
            }

            if (Header.Version != JournalHeader.CurrentVersion)
            {
                throw JournalFault.Damaged(path, $"it has format {Header.Version}, and this version of the module reads format {JournalHeader.CurrentVersion}");
            }

            return;
        }

        switch (kind)
        {
            case RowKind:
                Add(line.ToObject<JournalRow>(Serializer)!);
                break;
            case PlannedKind:
                IsPlanned = true;
                break;
            case StepKind:
                JournalStep step = line.ToObject<JournalStep>(Serializer)!;
                (Cart(step.Cart) ?? throw JournalFault.Damaged(path, $"it has a step of cart {step.Cart}, which is not in its plan")).Apply(step);
                break;
        }
    }
}
