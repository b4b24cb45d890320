using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>One request as an emulator saw it.</summary>
public sealed class EmulatorRequest : PartnerResource
{
    /// <summary>Position in the log, from 1.</summary>
    public int? Sequence { get; set; }

    /// <summary>When, on the emulator's clock.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>Operation as the contract names it; null for a route that does not exist.</summary>
    public string? Operation { get; set; }

    /// <summary>HTTP verb.</summary>
    public string? Method { get; set; }

    /// <summary>Escaped path without the query.</summary>
    public string? Path { get; set; }

    /// <summary>Query without the question mark; null for none.</summary>
    public string? Query { get; set; }

    /// <summary>Headers; the token is masked.</summary>
    public Dictionary<string, string>? Headers { get; set; }

    /// <summary>Body as it came; null for none.</summary>
    public string? Body { get; set; }

    /// <summary>Status of the answer; null when the connection was reset.</summary>
    public int? Status { get; set; }
}
