using System;
using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A page of rows as it comes over the wire.</summary>
internal sealed class LineItemPage
{
    private const int BufferSize = 32 * 1024;

    public List<InvoiceLineItem> Items { get; } = new();

    public Link? Next { get; private set; }

    public string? ContinuationToken { get; private set; }

    /// <summary>Reads a body; an empty one is an empty page.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static LineItemPage Read(Stream body, RowReader rows)
    {
        try
        {
            return Read(body, rows, FloatParseHandling.Decimal);
        }
        catch (JsonReaderException) when (body.CanSeek)
        {
            // A number beyond all money, in a member that nobody knows, must not fail the answer.
            body.Position = 0;
            return Read(body, rows, FloatParseHandling.Double);
        }
    }

    private static LineItemPage Read(Stream body, RowReader rows, FloatParseHandling floats)
    {
        var page = new LineItemPage();
        using JsonTextReader json = PartnerJson.OpenReader(body, floats, BufferSize);
        if (!json.Read())
        {
            return page;
        }

        if (json.TokenType != JsonToken.StartObject)
        {
            throw new JsonReaderException($"A page of rows was expected, and it begins with {json.TokenType}.");
        }

        while (json.Read() && json.TokenType == JsonToken.PropertyName)
        {
            page.ReadMember((string)json.Value!, json, rows);
        }

        return json.TokenType == JsonToken.EndObject ? page : throw new JsonReaderException("The text ends in the middle of a page.");
    }

    private void ReadMember(string member, JsonTextReader json, RowReader rows)
    {
        json.Read();
        if (Is(member, "items") && json.TokenType == JsonToken.StartArray)
        {
            while (json.Read() && json.TokenType != JsonToken.EndArray)
            {
                if (rows.Read(json) is { } row)
                {
                    Items.Add(row);
                }
            }
        }
        else if (Is(member, "links") && json.TokenType == JsonToken.StartObject)
        {
            Next = PartnerJson.Read<StandardResourceLinks>(JToken.Load(json))?.Next;
        }
        else if (Is(member, "continuationToken") && json.Value is string token)
        {
            ContinuationToken = token;
        }
        else
        {
            json.Skip();
        }
    }

    private static bool Is(string member, string name) => string.Equals(member, name, StringComparison.OrdinalIgnoreCase);
}
