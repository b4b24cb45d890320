using System.Collections.Generic;
using Newtonsoft.Json;

namespace PartnerCenterCart.Emulation;

internal sealed class LoggedRequest
{
    public long Sequence { get; init; }

    public string Time { get; init; } = string.Empty;

    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public string? Operation { get; init; }

    public string Method { get; init; } = string.Empty;

    public string Path { get; init; } = string.Empty;

    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public string? Query { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public string? Body { get; init; }

    /// <summary>Null while the request runs, and for good when its connection was reset or its caller left.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public int? Status { get; set; }
}
