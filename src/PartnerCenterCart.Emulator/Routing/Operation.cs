using System;

namespace PartnerCenterCart.Emulation;

/// <summary>One row of endpoints.md that the emulator answers.</summary>
internal sealed class Operation(string id, string method, string path, Func<OperationContext, EmulatorResponse> answer)
{
    /// <summary>The id of endpoints.md; faults and the request log use it.</summary>
    public string Id { get; } = id;

    public string Method { get; } = method;

    /// <summary>Segments after the first, which names the version; {name} takes a value.</summary>
    public string[] Segments { get; } = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    public Func<OperationContext, EmulatorResponse> Answer { get; } = answer;

    /// <summary>Whose service this is: it decides the first segment of the path, the tokens and the shape of failures.</summary>
    public ServiceApi Api { get; init; } = ServiceApi.PartnerCenter;

    public Credential Credential { get; init; }

    /// <summary>Counted against the limit (behaviours.md section 9).</summary>
    public bool IsThrottled { get; init; }

    /// <summary>A repeat with the same MS-RequestId gets the first answer (behaviours.md section 15.6).</summary>
    public bool IsReplayed { get; init; }

    /// <summary>Two operations can share a path; this query value tells them apart.</summary>
    public string? RequiredQuery { get; init; }

    /// <summary>Requests are limited per area: carts, orders, subscriptions ...</summary>
    public string Area => Id.Substring(0, Id.IndexOf('.'));
}
