using System;
using System.IO;
using CsvHelper;

namespace PartnerCenterCart.Http;

/// <summary>Comma-separated text by CsvHelper: UTF-8, CR LF and double quotes where needed, whatever the culture.</summary>
public sealed class DelimitedText : IDelimitedText
{
    private static readonly CsvWriterOptions Writing = CsvWriterOptions.Default with { WriteByteOrderMark = false };

    // The header is a row like any other here. An unclosed quote must not take the whole file for one record.
    private static readonly CsvReaderOptions Reading = CsvReaderOptions.Default with { HasHeader = false, TrackLineNumbers = true, MaxRecordSize = 16 << 20 };

    /// <inheritdoc/>
    public IDelimitedWriter Write(Stream target) => new Writer(CsvWriter.Create(target, Writing, leaveOpen: true));

    /// <inheritdoc/>
    public IDelimitedReader Read(Stream source) => new Reader(CsvReader.Create(source, Reading, leaveOpen: true));

    private sealed class Writer(CsvWriter writer) : IDelimitedWriter
    {
        public void Write(string?[] fields) => writer.WriteRecord(fields!);

        public void Dispose() => writer.Dispose();
    }

    private sealed class Reader(CsvReader reader) : IDelimitedReader
    {
        public long Line => reader.LineNumber;

        public string[]? Next()
        {
            try
            {
                if (!reader.Read())
                {
                    return null;
                }
            }
            catch (CsvFormatException e)
            {
                throw new InvalidDataException(e.Message, e);
            }

            string[] fields = reader.FieldCount == 0 ? Array.Empty<string>() : new string[reader.FieldCount];
            for (int i = 0; i < fields.Length; i++)
            {
                fields[i] = reader.GetString(i);
            }

            return fields;
        }

        public void Dispose() => reader.Dispose();
    }
}
