using System;
using System.Text;

namespace PartnerCenterCart;

/// <summary>Builds escaped paths; the only place that does.</summary>
internal readonly struct ResourcePath
{
    private readonly string path;

    private ResourcePath(string path) => this.path = path;

    public static ResourcePath Root { get; } = new("/v1");

    /// <summary>Partner billing in Microsoft Graph.</summary>
    public static ResourcePath GraphBilling { get; } = new("/v1.0/reports/partners/billing");

    /// <summary>Control routes of an emulator, beside the versioned ones.</summary>
    public static ResourcePath EmulatorRoot { get; } = new("/_emulator");

    public ResourcePath Add(params string[] segments)
    {
        var builder = new StringBuilder(path);
        foreach (string segment in segments)
        {
            builder.Append('/').Append(Uri.EscapeDataString(segment));
        }

        return new ResourcePath(builder.ToString());
    }

    /// <summary>Adds a query value; nothing for null.</summary>
    public ResourcePath Query(string name, string? value) => value == null
        ? this
        : new ResourcePath(path + (path.Contains("?") ? "&" : "?") + Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value));

    public override string ToString() => path;
}
