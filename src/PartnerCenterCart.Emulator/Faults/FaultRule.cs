using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What a test wants to go wrong; docs/emulator.md explains the members.</summary>
internal sealed record FaultRule
{
    public const string Any = "*";

    public string? Id { get; init; }

    public string Operation { get; init; } = Any;

    public int? Status { get; init; }

    public string? Code { get; init; }

    public string? Description { get; init; }

    /// <summary>How many requests it hits; 0 means until it is removed.</summary>
    public int Times { get; init; } = 1;

    public double DelaySeconds { get; init; }

    /// <summary>Share of the requests that it hits, from 0 to 1; null hits all.</summary>
    public double? Chance { get; init; }

    /// <summary>Which requests those are; the same seed hits the same ones, counted from when the rule was set.</summary>
    public int Seed { get; init; }

    /// <summary>"before" or "after" the work is done.</summary>
    public string? ResetConnection { get; init; }

    public bool TruncateBody { get; init; }

    public string? RetryAfter { get; init; }

    /// <summary>fault, extended, throttle, text, html or empty.</summary>
    public string? ErrorBody { get; init; }

    /// <summary>1, 2 or "questionMark".</summary>
    public JToken? ByteOrderMark { get; init; }

    public bool ApplyWork { get; init; }

    public string? OrderGroup { get; init; }

    public string? LineError { get; init; }

    /// <summary>For exports: code with which the operation fails in the end.</summary>
    public string? ExportError { get; init; }

    /// <summary>For reading an operation: the status that it shows, whatever it is.</summary>
    public string? ExportStatus { get; init; }

    public bool UnknownMembers { get; init; }

    public bool UnknownEnumValues { get; init; }

    public bool NumbersAsText { get; init; }

    public bool DoubledHeaders { get; init; }

    public bool PascalCase { get; init; }

    /// <summary>Whether the answer is a failure; a failing order group or line is not, its answer is a success with the failure inside.</summary>
    [JsonIgnore]
    public bool IsFailure => (Status is not null || Code is not null || ErrorBody is not null) && OrderGroup is null && LineError is null && ExportError is null && ExportStatus is null;
}
