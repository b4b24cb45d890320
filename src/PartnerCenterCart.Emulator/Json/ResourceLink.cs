using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

internal sealed record ResourceLink
{
    public string? Uri { get; init; }

    public string? Method { get; init; }

    public IReadOnlyList<Participant>? Headers { get; init; }

    public static ResourceLink Get(string uri) => new() { Uri = uri, Method = "GET", Headers = [] };

    public static ResourceLink Patch(string uri) => new() { Uri = uri, Method = "PATCH", Headers = [] };
}
