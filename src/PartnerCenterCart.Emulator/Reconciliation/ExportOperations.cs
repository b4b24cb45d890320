using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Reconciliation v2: the four exports, the operation that follows, and its manifest (newer-facts.md, Reconciliation v2).</summary>
internal sealed class ExportOperations(ExportData data)
{
    private const string Root = "/reports/partners/billing";

    public IEnumerable<Operation> Operations()
    {
        yield return Export("reconciliation.billed.export", "/reconciliation/billed/export", context => Billed(context, usage: false));
        yield return Export("reconciliation.unbilled.export", "/reconciliation/unbilled/export", context => Unbilled(context, usage: false));
        yield return Export("reconciliation.usageBilled.export", "/usage/billed/export", context => Billed(context, usage: true));
        yield return Export("reconciliation.usageUnbilled.export", "/usage/unbilled/export", context => Unbilled(context, usage: true));
        yield return new Operation("reconciliation.operation", "GET", Root + "/operations/{operationId}", Operation) { Api = ServiceApi.Graph };
        yield return new Operation("reconciliation.manifest", "GET", Root + "/manifests/{manifestId}", Manifest) { Api = ServiceApi.Graph };
    }

    private static Operation Export(string id, string path, Func<OperationContext, EmulatorResponse> answer) => new(id, "POST", Root + path, answer) { Api = ServiceApi.Graph };

    private EmulatorResponse Billed(OperationContext context, bool usage)
    {
        JObject body = Body(context);
        string id = Text(body, "invoiceId") ?? throw new GraphFault(400, "BadRequest", "invoiceId is missing.");
        if (!data.Knows(id, context))
        {
            throw new GraphFault(404, "ResourceNotFound", "There is no invoice '" + id + "'.");
        }

        return Accept(context, body, new StoredExport { InvoiceId = id, Usage = usage });
    }

    private static EmulatorResponse Unbilled(OperationContext context, bool usage)
    {
        JObject body = Body(context);
        try
        {
            string query = "currencyCode=" + Text(body, "currencyCode");
            return Accept(context, body, new StoredExport
            {
                Currency = UnbilledLines.Currency(new QueryValues(query)),
                Period = UnbilledLines.Period(Text(body, "billingPeriod"), "last", context.Now),
                Usage = usage,
            });
        }
        catch (ServiceFault refused)
        {
            throw new GraphFault(400, "BadRequest", refused.Message);
        }
    }

    private static EmulatorResponse Accept(OperationContext context, JObject body, StoredExport wanted)
    {
        string set = Text(body, "attributeSet") ?? "full";
        if (set is not ("full" or "basic"))
        {
            throw new GraphFault(400, "BadRequest", "attributeSet is full or basic.");
        }

        StoredExport export = wanted with
        {
            Id = Guid.NewGuid().ToString(),
            ManifestId = Guid.NewGuid().ToString(),
            Full = set == "full",
            CreatedAt = context.Now,
            DoneAt = context.Now.AddSeconds(context.Settings.ExportSeconds),
            ErrorCode = context.Fault?.ExportError,
            ErrorMessage = context.Fault?.ExportError is null ? null : context.Fault.Description ?? "The export failed.",
        };
        EmulatorResponse answer = EmulatorResponse.Empty(202)
            .With("Location", Address(context, "/operations/" + export.Id))
            .With("Retry-After", ExportView.RetryAfter(export, context.Now));
        return context.Commit(answer, [export]);
    }

    private EmulatorResponse Operation(OperationContext context)
    {
        StoredExport export = Find(context, "operationId");
        JObject view = ExportView.Operation(export, context, data, Address(context, "/manifests/" + export.ManifestId));
        EmulatorResponse answer = EmulatorResponse.Json(200, view);
        return (string?)view["@odata.type"] == ExportView.Running ? answer.With("Retry-After", ExportView.RetryAfter(export, context.Now)) : answer;
    }

    private EmulatorResponse Manifest(OperationContext context)
    {
        StoredExport export = Find(context, "manifestId");
        return context.Now >= export.DoneAt && data.Of(export, context) is { } content
            ? EmulatorResponse.Json(200, ExportView.Manifest(export, content, context))
            : throw new GraphFault(404, "ResourceNotFound", "There is no such manifest yet.");
    }

    private static StoredExport Find(OperationContext context, string name)
    {
        string id = context.Value(name);
        StoredExport? export = context.State.Export(id);
        return export is not null && string.Equals(name == "operationId" ? export.Id : export.ManifestId, id, StringComparison.OrdinalIgnoreCase)
            ? export
            : throw new GraphFault(404, "ResourceNotFound", "There is nothing with the id '" + id + "'.");
    }

    private static string Address(OperationContext context, string path) => ExportView.Origin(context) + "/" + ServiceApi.Graph.Root + Root + path;

    private static JObject Body(OperationContext context)
    {
        try
        {
            return WireJson.Parse(context.Request.Body) as JObject ?? throw new GraphFault(400, "BadRequest", "The body is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new GraphFault(400, "BadRequest", "The body is missing or is not valid JSON: " + exception.Message);
        }
    }

    private static string? Text(JObject body, string name) =>
        body.TryGetValue(name, StringComparison.OrdinalIgnoreCase, out JToken? value) && value is JValue { Type: JTokenType.String } text && text.Value<string>() is { Length: > 0 } found ? found : null;
}
