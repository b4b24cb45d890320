// Compiled by Invoices.ps1. What the rows of an invoice are measured against.
using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading;
using Newtonsoft.Json;

namespace Benchmark;

/// <summary>Reads the pages of an invoice with JsonTextReader into nothing; it looks for the token of the next page alone.</summary>
public static class InvoicePages
{
    /// <summary>Rows, counted by their first member.</summary>
    public static long Read(string endpoint, string path, string firstMember)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer benchmark");
        long rows = 0;
        string token = null;
        do
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, endpoint + path + (token == null ? "" : "&seekOperation=Next"));
            if (token != null)
            {
                message.Headers.TryAddWithoutValidation("MS-ContinuationToken", token);
            }

            using HttpResponseMessage answer = client.Send(message, HttpCompletionOption.ResponseHeadersRead).EnsureSuccessStatusCode();
            using var json = new JsonTextReader(new StreamReader(answer.Content.ReadAsStream()));
            token = null;
            while (json.Read())
            {
                if (json.TokenType != JsonToken.PropertyName)
                {
                    continue;
                }

                string member = (string)json.Value;
                if (member == firstMember)
                {
                    rows++;
                }
                else if (member == "continuationToken")
                {
                    token = json.ReadAsString();
                }
            }
        }
        while (!string.IsNullOrEmpty(token));
        return rows;
    }
}

/// <summary>The largest working set of this process while it looks, ten times a second.</summary>
public sealed class WorkingSetWatch : IDisposable
{
    private readonly Timer timer;
    private readonly long before;
    private long most;

    public WorkingSetWatch()
    {
        GC.Collect();
        before = most = Now();
        timer = new Timer(_ => most = Math.Max(most, Now()), null, 100, 100);
    }

    /// <summary>Megabytes above the beginning.</summary>
    public double Growth => (Math.Max(most, Now()) - before) / 1048576.0;

    public void Dispose() => timer.Dispose();

    private static long Now()
    {
        using Process me = Process.GetCurrentProcess();
        return me.WorkingSet64;
    }
}
