using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// The reconciliation exports of Microsoft Graph: asked for, waited for, and described by a manifest. They exist in the global
/// cloud alone and need the permission PartnerBilling.Read.All (contract: newer-facts.md, Reconciliation v2).
/// </summary>
public sealed class ReconciliationOperations
{
    internal ReconciliationOperations(CallSender sender) => Sender = sender;

    internal CallSender Sender { get; }

    internal IClock Clock => Sender.Clock;

    /// <summary>Asks for an export. Asking twice makes two exports of the same data, which costs and changes nothing.</summary>
    /// <exception cref="PartnerException">InvalidInput: another cloud; Unauthorized, Forbidden: no permission; NotFound with code 5000: not for this invoice.</exception>
    public async Task<ReconciliationExport> StartAsync(ReconciliationRequest request, CancellationToken cancellationToken = default)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        string part = (request.IsUsage, request.InvoiceId != null) switch
        {
            (false, true) => "billed",
            (false, false) => "unbilled",
            (true, true) => "usageBilled",
            _ => "usageUnbilled",
        };
        PartnerRequest call = Call("reconciliation." + part + ".export", HttpMethod.Post, request.Path.ToString(), $"exporting {request.Title}", request.Body);
        return await SendAsync(call, answer => Started(call, answer), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How far an export is.</summary>
    public Task<ReconciliationExport> GetExportAsync(string exportId, CancellationToken cancellationToken = default)
    {
        PartnerRequest call = Call("reconciliation.operation", HttpMethod.Get, ResourcePath.GraphBilling.Add("operations", Id(exportId)).ToString(), $"reading the state of export {exportId}");
        return SendAsync(call, answer => Read(call, answer), cancellationToken);
    }

    /// <summary>Reads a manifest again, with a new access to its files.</summary>
    public Task<ReconciliationManifest> GetManifestAsync(string manifestId, CancellationToken cancellationToken = default)
    {
        PartnerRequest call = Call("reconciliation.manifest", HttpMethod.Get, ResourcePath.GraphBilling.Add("manifests", Id(manifestId)).ToString(), $"reading manifest {manifestId}");
        return Sender.SendAsync<ReconciliationManifest>(call, cancellationToken);
    }

    /// <summary>
    /// Reads the rows of an export: the first call asks for it and waits until it is there. Dispose of the reader to give up what it
    /// holds.
    /// </summary>
    public InvoiceLineItemReader Read(ReconciliationRequest request, ReconciliationReadOptions? options = null) =>
        new ReconciliationReader(this, request ?? throw new ArgumentNullException(nameof(request)), options ?? new ReconciliationReadOptions());

    /// <summary>Reads the rows of a set of line items, which keep where they are from.</summary>
    internal InvoiceLineItemReader Read(InvoiceLineItemSource source, string? attributeSet, ReconciliationReadOptions options) =>
        new ReconciliationReader(this, ReconciliationRequest.Of(source, attributeSet), options, source);

    /// <summary>The manifest of an export that has succeeded.</summary>
    internal async Task<ReconciliationManifest> ManifestOfAsync(ReconciliationExport export, CancellationToken cancellationToken)
    {
        ReconciliationManifest manifest = export.ResourceLocation is { RootDirectory: not null } there
            ? there
            : await GetManifestAsync(export.ResourceLocation?.Id ?? LastSegment(export.ResourceLocationLink) ?? throw Unusable(export.Request!, "it has succeeded and names no manifest"), cancellationToken).ConfigureAwait(false);
        return manifest;
    }

    internal static PartnerException Unusable(PartnerRequest request, string what) =>
        Fault.Lost(PartnerErrorKind.UnreadableAnswer, request, "what the service says of the export cannot be used: " + what, null, false);

    private PartnerRequest Call(string operation, HttpMethod method, string path, string purpose, object? body = null) =>
        Sender.Request(operation, method, path, RetryClass.Read, purpose, body, resource: TokenResource.Graph);

    private async Task<ReconciliationExport> SendAsync(PartnerRequest call, Func<PartnerAnswer, ReconciliationExport> read, CancellationToken cancellationToken)
    {
        try
        {
            return await Sender.SendAsync(call, read, cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.ServiceCode == ServiceCodes.NoReconciliationData && e.Kind != PartnerErrorKind.NotFound)
        {
            // A 400 by its status, but what it means is that there is nothing for this invoice.
            throw Fault.OperationFailed(call, e.ServiceCode, e.ServiceDescription, e);
        }
    }

    private ReconciliationExport Started(PartnerRequest call, PartnerAnswer answer)
    {
        // The host of the link is not followed: the token goes to Microsoft Graph alone.
        string? id = answer.Headers.TryGetValue("Location", out string? location) ? LastSegment(location) : null;
        ReconciliationExport export = PartnerJson.Read<ReconciliationExport>(answer.Body) ?? new ReconciliationExport();
        export.Id = id ?? export.Id ?? throw Fault.Unreadable(call, answer, "it does not say where the export can be asked about", null);
        return Complete(call, answer, export);
    }

    private ReconciliationExport Read(PartnerRequest call, PartnerAnswer answer)
    {
        // "Not ready" can come without a body.
        ReconciliationExport export = PartnerJson.Read<ReconciliationExport>(answer.Body) ?? new ReconciliationExport();
        export.Id ??= LastSegment(call.Path);
        return Complete(call, answer, export);
    }

    private ReconciliationExport Complete(PartnerRequest call, PartnerAnswer answer, ReconciliationExport export)
    {
        export.RetryAfter = Fault.RetryAfter(answer, Clock.UtcNow);
        export.Request = call;
        return export;
    }

    private static string Id(string id) => string.IsNullOrWhiteSpace(id) ? throw PartnerException.InvalidInput("The id is missing.") : id.Trim();

    private static string? LastSegment(string? link)
    {
        string path = (link ?? string.Empty).Split('?', '#')[0].TrimEnd('/');
        string last = Uri.UnescapeDataString(path.Substring(path.LastIndexOf('/') + 1));
        return last.Length == 0 ? null : last;
    }
}
