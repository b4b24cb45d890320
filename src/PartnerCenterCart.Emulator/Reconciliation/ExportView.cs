using System;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>An export at a moment, as operation and as manifest.</summary>
internal static class ExportView
{
    public const string Running = Type + "runningOperation";

    private const string Type = "#microsoft.graph.partners.billing.";
    private const int LongestWait = 10;

    /// <summary>Scheme and host that the caller used, so that links lead back through the same door.</summary>
    public static string Origin(OperationContext context) => context.Request.Origin ?? "https://graph.microsoft.com";

    public static string RetryAfter(StoredExport export, DateTimeOffset now) =>
        Math.Min(LongestWait, Math.Max(1, Math.Ceiling((export.DoneAt - now).TotalSeconds))).ToString(CultureInfo.InvariantCulture);

    public static JObject Operation(StoredExport export, OperationContext context, ExportData data, string manifestLink)
    {
        if (context.Fault?.ExportStatus is { } status)
        {
            return Envelope(export, Running, status, context.Now);
        }

        if (context.Now < export.DoneAt)
        {
            // Nothing happens in the first third.
            bool started = (context.Now - export.CreatedAt).Ticks * 3 >= (export.DoneAt - export.CreatedAt).Ticks;
            return Envelope(export, Running, started ? "running" : "notStarted", context.Now);
        }

        ExportContent? content = export.ErrorCode is null ? data.Of(export, context) : null;
        if (content is null)
        {
            JObject failed = Envelope(export, Type + "failedOperation", "failed", export.DoneAt);
            failed["error"] = new JObject { ["code"] = export.ErrorCode ?? "5000", ["message"] = export.ErrorMessage ?? "No data available" };
            return failed;
        }

        JObject done = Envelope(export, Type + "exportSuccessOperation", "succeeded", export.DoneAt);
        if (context.Settings.ManifestLink)
        {
            done["resourceLocation@odata.navigationLink"] = manifestLink;
        }
        else
        {
            done["resourceLocation"] = Manifest(export, content, context);
        }

        return done;
    }

    public static JObject Manifest(StoredExport export, ExportContent content, OperationContext context)
    {
        string fragment = "Fragment=" + (export.Full ? "full" : "basic");
        return new JObject
        {
            ["id"] = export.ManifestId,
            ["schemaVersion"] = "2",
            ["dataFormat"] = "compressedJSONLines",
            ["createdDateTime"] = Timestamp.Text(export.DoneAt),
            ["eTag"] = content.Etag,
            ["partnerTenantId"] = LineValue.PartnerId,
            ["rootDirectory"] = Origin(context) + "/" + ServiceApi.Blobs.Root + "/" + export.ManifestId + "/PartnerTenantId=" + LineValue.PartnerId + "/" + fragment,
            ["sasToken"] = SasToken.Make(export.ManifestId, context.Now, context.Settings.SasSeconds),
            ["partitionType"] = "default",
            ["blobCount"] = content.Blobs,
            ["blobs"] = new JArray(Enumerable.Range(0, content.Blobs).Select(blob => new JObject { ["name"] = content.Name(blob), ["partitionValue"] = "default" })),
        };
    }

    private static JObject Envelope(StoredExport export, string type, string status, DateTimeOffset last) => new()
    {
        ["@odata.type"] = type,
        ["id"] = export.Id,
        ["status"] = status,
        ["createdDateTime"] = Timestamp.Text(export.CreatedAt),
        ["lastActionDateTime"] = Timestamp.Text(last),
    };
}
