using System;
using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>First line of a journal: whose it is.</summary>
internal sealed class JournalHeader
{
    public const string Format = "PartnerCenterCart purchase journal";

    /// <summary>What this version writes, and all that it reads.</summary>
    public const int CurrentVersion = 1;

    [JsonProperty("format")]
    public string Name { get; set; } = Format;

    [JsonProperty("version")]
    public int Version { get; set; } = CurrentVersion;

    /// <summary>Request ids are made from it, so that the same step has the same id whoever repeats it.</summary>
    [JsonProperty("id")]
    public Guid Id { get; set; }

    [JsonProperty("created")]
    public DateTimeOffset Created { get; set; }

    [JsonProperty("plan")]
    public string Plan { get; set; } = string.Empty;

    [JsonProperty("rows")]
    public int Rows { get; set; }

    [JsonProperty("groupBy")]
    public string GroupBy { get; set; } = string.Empty;

    /// <summary>Where it was bought, and by whom: what was bought in a sandbox is not bought elsewhere.</summary>
    [JsonProperty("account")]
    public string? Account { get; set; }
}
