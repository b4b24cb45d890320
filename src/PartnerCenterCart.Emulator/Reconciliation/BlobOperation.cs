using System;
using System.Collections.Generic;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>The files of an export, as blob storage gives them out: whole or in ranges, the same bytes each time.</summary>
internal sealed class BlobOperation(ExportData data)
{
    private readonly BlobLengths lengths = new();

    public IEnumerable<Operation> Operations()
    {
        yield return new Operation("reconciliation.blob", "GET", "/{manifestId}/{tenant}/{fragment}/{name}", Get) { Api = ServiceApi.Blobs };
    }

    public static EmulatorResponse Error(int status, string code, string message) => new EmulatorResponse(
        status,
        WireJson.Utf8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>"),
        "application/xml").With("x-ms-error-code", code);

    private EmulatorResponse Get(OperationContext context)
    {
        string id = context.Value("manifestId");
        if (context.Request.Header("Authorization") is not null)
        {
            // A bearer token has no business here, and a client that sends one gives it away.
            return Error(403, "AuthenticationFailed", "The request has both a shared access signature and an Authorization header.");
        }

        if (!SasToken.Opens(id, context.Query, context.Now))
        {
            return Error(403, "AuthenticationFailed", "Server failed to authenticate the request. Signature not valid in the specified time frame, or not for this directory.");
        }

        if (context.State.Export(id) is not { } export || data.Of(export, context) is not { } content || content.Find(context.Value("name")) is not { } blob)
        {
            return Error(404, "BlobNotFound", "The specified blob does not exist.");
        }

        string etag = "\"0x" + StableHash.Of(content.Name(blob)).ToString("X16", CultureInfo.InvariantCulture) + "\"";
        if (context.Request.Header("If-Match") is { } wanted && wanted != etag && wanted != "*")
        {
            return Error(412, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.");
        }

        EmulatorResponse answer = context.Request.Header("If-None-Match") == etag ? EmulatorResponse.Empty(304) : Bytes(context, content, blob, etag);
        return answer.With("ETag", etag).With("Accept-Ranges", "bytes").With("x-ms-blob-type", "BlockBlob")
            .With("Last-Modified", export.DoneAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
    }

    private EmulatorResponse Bytes(OperationContext context, ExportContent content, int blob, string etag)
    {
        const string Type = "application/octet-stream";
        BlobStream Open() => new(content.Lines, content.From(blob), content.From(blob + 1), content.Shape);
        long length = lengths.Of(content.Name(blob), Open);
        // A range of what has changed since is no use: the whole is sent instead.
        bool same = context.Request.Header("If-Range") is not { } known || known == etag;
        if (!same || ByteRange.Parse(context.Request.Header("Range")) is not { } range)
        {
            return EmulatorResponse.Streamed(200, Open, length, Type);
        }

        long last = Math.Min(range.Last ?? long.MaxValue, length - 1);
        return range.First > last
            ? Error(416, "InvalidRange", "The range specified is invalid for the current size of the resource.").With("Content-Range", "bytes */" + Text(length))
            : EmulatorResponse.Streamed(206, () => new PartOfStream(Open(), range.First, last - range.First + 1), last - range.First + 1, Type)
                .With("Content-Range", "bytes " + Text(range.First) + "-" + Text(last) + "/" + Text(length));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
