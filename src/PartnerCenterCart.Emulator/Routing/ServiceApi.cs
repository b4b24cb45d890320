using System;

namespace PartnerCenterCart.Emulation;

/// <summary>One of the services that an emulator stands for. Their paths do not collide, so one address serves them all.</summary>
internal sealed class ServiceApi
{
    public static readonly ServiceApi PartnerCenter = new("v1");

    /// <summary>Microsoft Graph, as far as reconciliation needs it (newer-facts.md, Reconciliation v2).</summary>
    public static readonly ServiceApi Graph = new("v1.0");

    /// <summary>Blob storage: no bearer token, a shared access signature in the query.</summary>
    public static readonly ServiceApi Blobs = new("_blobs");

    private ServiceApi(string root) => Root = root;

    /// <summary>First segment of every path.</summary>
    public string Root { get; }

    public static ServiceApi Of(RequestTarget target) =>
        target.Segments.Count == 0 ? PartnerCenter : Graph.Owns(target.Segments[0]) ? Graph : Blobs.Owns(target.Segments[0]) ? Blobs : PartnerCenter;

    public bool Owns(string segment) => string.Equals(segment, Root, StringComparison.OrdinalIgnoreCase);
}
