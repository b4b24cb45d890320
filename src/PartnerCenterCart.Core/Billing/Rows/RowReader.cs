using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// Reads rows from JSON straight into their properties: rows come by the million, and the serializer that reads all other
/// resources would take several times as long. One set of line items, one thread at a time.
/// </summary>
internal sealed class RowReader
{
    // Names, ids and texts repeat from row to row; what is longer than this hardly does.
    private const int LongestShared = 128;
    private const int MostShared = 8192;

    private readonly Dictionary<string, string> shared = new(StringComparer.Ordinal);
    private readonly List<Seen> order = new();
    private readonly InvoiceLineItemSource source;
    private readonly Type asked;
    private RowSchema schema;
    private InvoiceLineItem? last;

    public RowReader(InvoiceLineItemSource source)
    {
        this.source = source;
        asked = RowKind.Of(source) ?? typeof(InvoiceLineItem);
        schema = RowSchema.Of(asked);
    }

    /// <summary>Where the columns read from.</summary>
    public JsonTextReader Json { get; private set; } = null!;

    /// <summary>Reads the row at whose beginning the reader stands; null for what is no object. Leaves it at the row's end.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public InvoiceLineItem? Read(JsonTextReader json)
    {
        if (json.TokenType != JsonToken.StartObject)
        {
            json.Skip();
            return null;
        }

        Json = json;
        json.PropertyNameTable = schema.Names;
        InvoiceLineItem row = schema.Create();
        int place = 0;
        while (json.Read() && json.TokenType == JsonToken.PropertyName)
        {
            string member = (string)json.Value!;
            RowColumn? column = Column(member, place++);
            if (!json.Read())
            {
                break;
            }

            if (column == null)
            {
                row.KeepUnknown(member, JToken.Load(json));
            }
            else if (json.TokenType != JsonToken.Null)
            {
                column.Read(row, this);
            }
        }

        if (json.TokenType != JsonToken.EndObject)
        {
            throw new JsonReaderException("The text ends in the middle of a row.");
        }

        row = InItsType(row);
        row.Source = source;
        return last = row;
    }

    /// <summary>One text for all that are equal: a list of a million rows then holds each name once.</summary>
    public string Shared(string text)
    {
        if (text.Length > LongestShared)
        {
            return text;
        }

        if (shared.TryGetValue(text, out string? known))
        {
            return known;
        }

        if (shared.Count >= MostShared)
        {
            shared.Clear();
        }

        shared[text] = text;
        return text;
    }

    /// <summary>Members mostly come in the order of the row before.</summary>
    private RowColumn? Column(string member, int place)
    {
        if (place < order.Count)
        {
            Seen seen = order[place];
            if (ReferenceEquals(seen.Member, member) || seen.Member == member)
            {
                return seen.Column;
            }
        }

        RowColumn? column = schema.Find(member);
        if (place < order.Count)
        {
            order[place] = new Seen(member, column);
        }
        else
        {
            order.Add(new Seen(member, column));
        }

        return column;
    }

    private InvoiceLineItem InItsType(InvoiceLineItem row)
    {
        // Texts are shared, so that most rows need no closer look.
        if (last != null && !row.HasUnknown
            && ReferenceEquals(last.InvoiceLineItemType, row.InvoiceLineItemType)
            && ReferenceEquals(last.BillingProvider, row.BillingProvider)
            && ReferenceEquals(last.Attributes?.ObjectType, row.Attributes?.ObjectType))
        {
            return row;
        }

        Type type = RowKind.Of(row, asked);
        if (type == schema.Type)
        {
            return row;
        }

        schema = RowSchema.Of(type);
        order.Clear();
        return (InvoiceLineItem)PartnerJson.Convert(row, type);
    }

    private readonly struct Seen
    {
        public Seen(string member, RowColumn? column)
        {
            Member = member;
            Column = column;
        }

        public string Member { get; }

        public RowColumn? Column { get; }
    }
}
