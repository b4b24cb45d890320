using System;
using System.Text;
using Newtonsoft.Json;

namespace PartnerCenterCart.Json;

/// <summary>Parses lines one by one into a row, without an object of its own for any value. For one thread at a time.</summary>
internal sealed class JsonLineParser : IDisposable
{
    private const char Mark = '\uFEFF';

    private readonly LineTextReader line = new();
    private readonly KeptCharacters buffers = new();
    private readonly ConstantNames known = new();
    private char[] text = Array.Empty<char>();

    /// <summary>The characters of the chunk that was taken last.</summary>
    public char[] Text => text;

    /// <summary>Frees the reader of lines.</summary>
    public void Dispose() => line.Dispose();

    /// <summary>Decodes a chunk and hands out its lines: start, length and number. Blank ones are left out.</summary>
    public void EachLine(JsonLineChunk chunk, Action<int, int, long> take)
    {
        if (text.Length < chunk.Length)
        {
            text = new char[chunk.Length];
        }

        int length = Encoding.UTF8.GetChars(chunk.Bytes, 0, chunk.Length, text, 0);
        long number = chunk.FirstLine;
        for (int start = 0; start < length; number++)
        {
            int end = Array.IndexOf(text, '\n', start, length - start);
            int after = end < 0 ? length : end + 1;
            int first = start;
            int last = end < 0 ? length : end;
            while (first < last && (char.IsWhiteSpace(text[first]) || text[first] == Mark))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (last > first)
            {
                take(first, last - first, number);
            }

            start = after;
        }
    }

    /// <summary>Parses one line of the chunk; what is wrong with it, or null.</summary>
    public string? Parse(int start, int length, JsonRow row)
    {
        string? trouble = Parse(start, length, row, FloatParseHandling.Decimal);

        // A number beyond all money must not cost the row.
        return trouble == null || Parse(start, length, row, FloatParseHandling.Double) == null ? null : trouble;
    }

    private string? Parse(int start, int length, JsonRow row, FloatParseHandling floats)
    {
        line.Set(text, start, length);
        using var reader = new JsonTextReader(line)
        {
            ArrayPool = buffers,
            PropertyNameTable = known,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = floats,
            CloseInput = false,
        };
        try
        {
            if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
            {
                return "it is no JSON object";
            }

            row.Read(reader);
            return reader.TokenType != JsonToken.EndObject || reader.Depth != 0 ? "it ends in the middle" : reader.Read() ? "something follows the object" : null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }

    /// <summary>The same text for the same name, line after line.</summary>
    private sealed class ConstantNames : JsonNameTable
    {
        // A file of nonsense must not fill the memory with names.
        private const int MostNames = 1000;

        private readonly DefaultJsonNameTable names = new();
        private int count;

        public override string? Get(char[] key, int start, int length)
        {
            string? name = names.Get(key, start, length);
            return name ?? (count++ < MostNames ? names.Add(new string(key, start, length)) : null);
        }
    }
}
