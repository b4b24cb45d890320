using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Net.Http;
using System.Threading;
using Newtonsoft.Json;

namespace Benchmark;

/// <summary>What fetching, unzipping and parsing costs by itself: every token is read, and nothing is made of it.</summary>
public static class BareFiles
{
    private static readonly HttpClient Client = new();

    /// <summary>Rows of all files.</summary>
    public static long Read(string[] addresses)
    {
        long rows = 0;
        foreach (string address in addresses)
        {
            using Stream stream = Client.GetStreamAsync(address).GetAwaiter().GetResult();
            using var zip = new GZipStream(stream, CompressionMode.Decompress);
            using var text = new StreamReader(zip);
            using var reader = new JsonTextReader(text) { SupportMultipleContent = true, DateParseHandling = DateParseHandling.None };
            while (reader.Read())
            {
                rows += reader.TokenType == JsonToken.EndObject ? 1 : 0;
            }
        }

        return rows;
    }
}

/// <summary>How much the working set of this process grows at most; looks ten times a second.</summary>
public sealed class GrowthWatch : IDisposable
{
    private readonly long before;
    private readonly Timer timer;
    private long most;

    public GrowthWatch()
    {
        before = most = Environment.WorkingSet;
        timer = new Timer(_ => Look(), null, 0, 100);
    }

    /// <summary>Bytes more than at the start.</summary>
    public long Stop()
    {
        Look();
        return most - before;
    }

    public void Dispose() => timer.Dispose();

    private void Look() => most = Math.Max(most, Environment.WorkingSet);
}
