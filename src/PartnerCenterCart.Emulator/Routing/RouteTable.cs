using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Finds the operation of a request. Paths are matched without case (endpoints.md).</summary>
internal sealed class RouteTable
{
    private readonly ILookup<int, Operation> byLength;

    public RouteTable(IEnumerable<Operation> operations)
    {
        Operation[] all = operations.ToArray();
        OperationIds = all.Select(operation => operation.Id).OrderBy(id => id, StringComparer.Ordinal).ToArray();
        // Operations that ask for a query value come before the ones on the same path that do not.
        byLength = all.OrderBy(operation => operation.RequiredQuery is null).ToLookup(operation => operation.Segments.Length);
    }

    public IReadOnlyList<string> OperationIds { get; }

    public RouteMatch Match(string method, RequestTarget target)
    {
        if (target.Segments.Count == 0)
        {
            return RouteMatch.None;
        }

        List<string>? otherMethods = null;
        foreach (Operation operation in byLength[target.Segments.Count - 1])
        {
            if (!operation.Api.Owns(target.Segments[0]) || !Fits(operation, target.Segments) || (operation.RequiredQuery is not null && target.Query[operation.RequiredQuery] is null))
            {
                continue;
            }

            if (operation.Method == method)
            {
                return new RouteMatch(operation, Values(operation, target.Segments), null);
            }

            (otherMethods ??= []).Add(operation.Method);
        }

        return otherMethods is null ? RouteMatch.None : new RouteMatch(null, [], string.Join(", ", otherMethods.Distinct()));
    }

    private static bool Fits(Operation operation, IReadOnlyList<string> segments)
    {
        for (int index = 0; index < operation.Segments.Length; index++)
        {
            if (operation.Segments[index][0] != '{' && !Same(operation.Segments[index], segments[index + 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, string> Values(Operation operation, IReadOnlyList<string> segments)
    {
        var values = new Dictionary<string, string>();
        for (int index = 0; index < operation.Segments.Length; index++)
        {
            string segment = operation.Segments[index];
            if (segment[0] == '{')
            {
                values[segment.Substring(1, segment.Length - 2)] = segments[index + 1];
            }
        }

        return values;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
