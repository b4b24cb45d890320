using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PartnerCenterCart.Http.Tests;

/// <summary>A request as it came over the wire, byte for byte.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyList<string> HeaderLines, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => HeaderLines
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .SingleOrDefault();
}
