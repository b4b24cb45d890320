using System;
using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>An export that Microsoft Graph was asked for: how far it is, and in the end its manifest.</summary>
public sealed class ReconciliationExport : PartnerResource
{
    private const string Namespace = "#microsoft.graph.partners.billing.";

    /// <summary>Reads the operation again.</summary>
    public string? Id { get; set; }

    /// <summary>Which kind of operation this is by now; null where it is not said.</summary>
    [JsonProperty("@odata.type")]
    public string? ODataType { get; set; }

    /// <summary><c>notStarted</c>, <c>running</c>, <c>completed</c> or <c>succeeded</c>, <c>failed</c>; anything else means that it goes on.</summary>
    public string? Status { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? CreatedDateTime { get; set; }

    /// <summary>When it was last heard of.</summary>
    public DateTimeOffset? LastActionDateTime { get; set; }

    /// <summary>Why it failed; null otherwise.</summary>
    public ReconciliationExportError? Error { get; set; }

    /// <summary>The manifest, where the answer holds it.</summary>
    public ReconciliationManifest? ResourceLocation { get; set; }

    /// <summary>Where the manifest is, where the answer does not hold it.</summary>
    [JsonProperty("resourceLocation@odata.navigationLink")]
    public string? ResourceLocationLink { get; set; }

    /// <summary>Whether it failed for good.</summary>
    [JsonIgnore]
    public bool HasFailed => Is("failedOperation") || Same(Status, "failed");

    /// <summary>Whether its data can be had.</summary>
    [JsonIgnore]
    public bool HasSucceeded => !HasFailed && (Is("exportSuccessOperation") || Same(Status, "succeeded") || Same(Status, "completed"));

    /// <summary>Id and status.</summary>
    public override string ToString() => $"{Id} {Status}";

    // Kept out of sight: what the transport read beside the body.
    [JsonIgnore]
    internal TimeSpan? RetryAfter { get; set; }

    [JsonIgnore]
    internal PartnerRequest? Request { get; set; }

    private bool Is(string type) => Same(ODataType, Namespace + type);

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
