using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>The operation, or the methods that the path would take, or neither.</summary>
internal sealed class RouteMatch(Operation? operation, Dictionary<string, string> values, string? allowedMethods)
{
    public static readonly RouteMatch None = new(null, [], null);

    public Operation? Operation { get; } = operation;

    public IReadOnlyDictionary<string, string> Values { get; } = values;

    public string? AllowedMethods { get; } = allowedMethods;
}
