using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>Where the files of an export are (contract: newer-facts.md, Reconciliation v2).</summary>
public sealed class ReconciliationManifest : PartnerResource
{
    /// <summary>Reads the manifest again.</summary>
    public string? Id { get; set; }

    /// <summary>Changes when the data does.</summary>
    public string? ETag { get; set; }

    /// <summary>Version of the manifest's own shape.</summary>
    public string? SchemaVersion { get; set; }

    /// <summary>When the data was put there.</summary>
    public DateTimeOffset? CreatedDateTime { get; set; }

    /// <summary><c>compressedJSONLines</c>; published bodies also say <c>compressedJSON</c> for the same.</summary>
    public string? DataFormat { get; set; }

    /// <summary>The partner.</summary>
    public string? PartnerTenantId { get; set; }

    /// <summary>How the data is divided; <c>default</c> is by number of rows.</summary>
    public string? PartitionType { get; set; }

    /// <summary>Address of the folder that the files are in.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>How many files there are.</summary>
    public int? BlobCount { get; set; }

    /// <summary>The files, in the order in which their rows come.</summary>
    public List<ReconciliationBlob>? Blobs { get; set; }

    // A secret for as long as it lasts, so that no console, log or file of a user gets it with the object.
    [JsonProperty("sasToken")]
    internal string? SasToken { get; set; }

    /// <summary>Its id and version.</summary>
    public override string ToString() => $"{Id} {ETag}";
}
