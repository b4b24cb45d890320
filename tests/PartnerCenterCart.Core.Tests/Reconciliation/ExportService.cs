using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Microsoft Graph and the store of its files, as a test wants them; its clock moves when slept on.</summary>
internal sealed class ExportService : IPartnerTransport, IClock
{
    public const string Invoice = "G016907411";

    private readonly object gate = new();

    /// <summary>What the looks at the operation find, in turn; the last one stays.</summary>
    public List<PartnerAnswer> Looks { get; } = new();

    /// <summary>Name and bytes of the files.</summary>
    public Dictionary<string, byte[]> Files { get; } = new();

    /// <summary>Bytes after which the next answers for a file break off.</summary>
    public Dictionary<string, Queue<int>> Breaks { get; } = new();

    public List<PartnerRequest> Requests { get; } = new();

    public List<TimeSpan> Sleeps { get; } = new();

    public DateTimeOffset UtcNow { get; set; } = new(2025, 6, 10, 12, 0, 0, TimeSpan.Zero);

    public string ETag { get; set; } = "version-1";

    public string Secret { get; set; } = "sv=2021&sig=first%2Fsecret";

    /// <summary>What the store takes; null takes <see cref="Secret"/>.</summary>
    public string? ValidSecret { get; set; }

    /// <summary>ETag of every file; null sends none.</summary>
    public string? FileTag { get; set; } = "\"blob-1\"";

    public Dictionary<string, string> FileHeaders { get; } = new();

    public PartnerAnswer? Refusal { get; set; }

    public Action<ExportService>? OnManifest { get; set; }

    public ReconciliationOperations Operations => new PartnerClient(this, this).Reconciliation;

    public static byte[] Zip(params string[] lines) => Zip(string.Join("\n", lines) + "\n");

    public static byte[] Zip(string text)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }

    public static string Row(int number) => $$"""{"CustomerId":"{{Sample.CustomerId}}","OrderId":"order-{{number}}","Quantity":{{number}},"Total":{{number}}.50,"Currency":"USD"}""";

    /// <summary>Files of some rows each.</summary>
    public ExportService With(int files, int rows)
    {
        for (int file = 0; file < files; file++)
        {
            Files[$"part-{file:D4}.json.gz"] = Zip(Enumerable.Range(file * rows, rows).Select(Row).ToArray());
        }

        return this;
    }

    public string Manifest() => $$"""
        {"id":"manifest-1","eTag":"{{ETag}}","dataFormat":"compressedJSONLines","rootDirectory":"https://store.example/root","sasToken":"{{Secret}}",
         "blobCount":{{Files.Count}},"blobs":[{{string.Join(",", Files.Keys.Select(name => $$"""{"name":"{{name}}"}"""))}}]}
        """;

    public PartnerAnswer Done() => Answer.Json($$"""{"@odata.type":"#microsoft.graph.partners.billing.exportSuccessOperation","id":"op-1","status":"succeeded","resourceLocation":{{Manifest()}}}""");

    public static PartnerAnswer Running(string status = "running", string? retryAfter = null) =>
        retryAfter == null ? Answer.Json($$"""{"id":"op-1","status":"{{status}}"}""") : Answer.Of(200, $$"""{"id":"op-1","status":"{{status}}"}""", null, ("Retry-After", retryAfter));

    public int Count(string operation) => Requests.Count(request => request.Operation == operation);

    public async Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        PartnerAnswer answer;
        lock (gate)
        {
            Requests.Add(request);
            answer = Answers(request);
        }

        if (request.Sink == null || !answer.IsSuccess)
        {
            return read(answer);
        }

        await request.Sink.TakeAsync(answer, cancellationToken);
        return read(new PartnerAnswer(answer.StatusCode, null, answer.Headers, new MemoryStream()));
    }

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            Sleeps.Add(duration);
            UtcNow += duration;
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }

    private PartnerAnswer Answers(PartnerRequest request)
    {
        if (request.Address != null)
        {
            return File(request);
        }

        if (request.Method == "POST")
        {
            return Refusal ?? Answer.Of(202, string.Empty, null, ("Location", "https://elsewhere.example/v1.0/reports/partners/billing/operations/op-1"), ("Retry-After", "7"));
        }

        if (request.Path.Contains("/manifests/"))
        {
            OnManifest?.Invoke(this);
            return Answer.Json(Manifest());
        }

        int look = Count("reconciliation.operation") - 1;
        PartnerAnswer found = Looks.Count == 0 ? Done() : Looks[Math.Min(look, Looks.Count - 1)];
        found.Body.Position = 0;
        return found;
    }

    private PartnerAnswer File(PartnerRequest request)
    {
        if (request.Address!.Query != "?" + (ValidSecret ?? Secret))
        {
            return Answer.Of(403, "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate.</Message></Error>");
        }

        string name = request.Address.Segments.Last();
        byte[] bytes = Files[name];
        int from = request.Headers.TryGetValue("Range", out string? range) ? int.Parse(range.Substring(6).TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (from >= bytes.Length)
        {
            return Answer.Of(416, string.Empty);
        }

        var headers = new List<(string, string)> { ("Content-Length", (bytes.Length - from).ToString(System.Globalization.CultureInfo.InvariantCulture)) };
        headers.AddRange(FileHeaders.Select(header => (header.Key, header.Value)));
        if (FileTag != null)
        {
            headers.Add(("ETag", FileTag));
        }

        if (from > 0)
        {
            headers.Add(("Content-Range", $"bytes {from}-{bytes.Length - 1}/{bytes.Length}"));
        }

        int? cut = Breaks.TryGetValue(name, out Queue<int>? breaks) && breaks.Count > 0 ? breaks.Dequeue() : null;
        Stream body = new MemoryStream(bytes, from, bytes.Length - from);
        PartnerAnswer whole = Answer.Of(from > 0 ? 206 : 200, string.Empty, null, headers.ToArray());
        return new PartnerAnswer(whole.StatusCode, null, whole.Headers, cut is { } length ? new BreakingStream(body, length) : body);
    }
}
