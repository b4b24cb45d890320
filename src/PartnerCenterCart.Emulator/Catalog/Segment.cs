using System;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Whom an availability is sold to (models.md Availability).</summary>
internal static class Segment
{
    public const string Commercial = "commercial";
    public const string Education = "education";
    public const string Government = "government";
    public const string Nonprofit = "nonprofit";

    public static readonly string[] All = [Commercial, Education, Government, Nonprofit];

    /// <summary>The segment of a query, or null; an unknown one is refused (endpoints.md, 403/400030).</summary>
    public static string? Parse(string? text) => text is null ? null
        : All.FirstOrDefault(segment => string.Equals(segment, text, StringComparison.OrdinalIgnoreCase))
        ?? throw new ServiceFault("400030", "The target segment '" + text + "' is not allowed; use " + string.Join(", ", All) + ".");
}
