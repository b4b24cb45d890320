using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// Reads rows out of a file: .csv and .jsonl, as they are exported, zipped too, and .json with an array of objects. One row at a time
/// is held, but for .json.
/// </summary>
internal sealed class RowFile
{
    private readonly string path;
    private readonly IDelimitedText text;

    public RowFile(string path, IDelimitedText text)
    {
        this.path = path;
        this.text = text;
    }

    /// <summary>Hands out each row, by the names of its columns in any case, and where it stands.</summary>
    /// <param name="take">Takes a row, which is only valid until the next one.</param>
    /// <param name="failed">Hears of what is no row; the rest goes on.</param>
    /// <param name="go">Says whether to go on.</param>
    /// <exception cref="PartnerException">FileFailed, InvalidInput: the file cannot be read, or is no such file.</exception>
    public void Each(Action<Func<string, object?>, string> take, Action<PartnerException> failed, Func<bool> go)
    {
        var told = new ToldFailures();
        Read(take, failure => Tell(failure, told, failed), go);
        if (told.Rest(Path.GetFileName(path)) is { } rest)
        {
            failed(PartnerException.InvalidInput(rest));
        }
    }

    private static void Tell(PartnerException failure, ToldFailures told, Action<PartnerException> failed)
    {
        if (told.IsNext())
        {
            failed(failure);
        }
    }

    private void Read(Action<Func<string, object?>, string> take, Action<PartnerException> failed, Func<bool> go)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            switch (Path.GetExtension(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - 3) : path).ToUpperInvariant())
            {
                case ".CSV":
                case ".TXT":
                    Delimited(stream, Guarded(take, failed), go);
                    break;
                case ".JSONL":
                case ".NDJSON":
                    Lines(stream, Guarded(take, failed), failed, go);
                    break;
                case ".JSON":
                    Array(stream, Guarded(take, failed), failed, go);
                    break;
                default:
                    throw PartnerException.InvalidInput($"'{path}' does not say what kind of file it is. A name that ends in .csv, .jsonl or .json, and .gz behind it, is expected.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new PartnerException(PartnerErrorKind.FileFailed, $"'{path}' cannot be read: {e.Message}", e) { NothingWasDone = true };
        }
    }

    private static Action<Func<string, object?>, string> Guarded(Action<Func<string, object?>, string> take, Action<PartnerException> failed) => (field, what) =>
    {
        try
        {
            take(field, what);
        }
        catch (PartnerException e)
        {
            failed(e);
        }
    };

    private void Delimited(Stream stream, Action<Func<string, object?>, string> take, Func<bool> go)
    {
        using IDelimitedReader reader = text.Read(stream);
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        string[] header = reader.Next() ?? System.Array.Empty<string>();
        for (int i = 0; i < header.Length; i++)
        {
            places[header[i].Trim()] = i;
        }

        while (go() && reader.Next() is { } fields)
        {
            take(name => places.TryGetValue(name, out int place) && place < fields.Length ? fields[place] : null, $"Line {reader.Line} of {Path.GetFileName(path)}");
        }
    }

    private void Lines(Stream stream, Action<Func<string, object?>, string> take, Action<PartnerException> failed, Func<bool> go)
    {
        var chunks = new JsonLineChunks(stream);
        using var parser = new JsonLineParser();
        var row = new MemberRow();
        while (go() && chunks.Next() is { } chunk)
        {
            using JsonLineChunk present = chunk;
            parser.EachLine(chunk, (start, length, number) =>
            {
                string what = $"Line {number} of {Path.GetFileName(path)}";
                if (parser.Parse(start, length, row) is { } trouble)
                {
                    failed(PartnerException.InvalidInput($"{what} is left out: {trouble.TrimEnd('.')}."));
                }
                else
                {
                    take(row.Field, what);
                }
            });
        }
    }

    private void Array(Stream stream, Action<Func<string, object?>, string> take, Action<PartnerException> failed, Func<bool> go)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        whole.Position = 0;
        JToken? token = PartnerJson.ReadToken(whole);
        int number = 0;
        foreach (JToken item in (token as JArray ?? new JArray(token ?? new JObject())).TakeWhile(_ => go()))
        {
            string what = $"Object {++number} of {Path.GetFileName(path)}";
            if (item is JObject members)
            {
                take(name => (members.GetValue(name, StringComparison.OrdinalIgnoreCase) as JValue)?.Value, what);
            }
            else
            {
                failed(PartnerException.InvalidInput($"{what} is left out: it is no JSON object."));
            }
        }
    }

    private sealed class MemberRow : JsonRow
    {
        private readonly Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);

        public object? Field(string name) => members.TryGetValue(name, out object? value) ? value : null;

        public override void Read(JsonTextReader json)
        {
            members.Clear();
            while (json.Read() && json.TokenType == JsonToken.PropertyName)
            {
                string name = (string)json.Value!;
                if (json.Read())
                {
                    members[name] = json.Value;
                    json.Skip();
                }
            }
        }
    }
}
