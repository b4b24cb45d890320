using System;

namespace PartnerCenterCart;

/// <summary>A connection to Partner Center or to an emulator, as Get-PartnerContext shows it. No secret is in it.</summary>
public sealed class PartnerContext : IDisposable
{
    internal PartnerContext(PartnerClient client, Uri endpoint, PartnerContextKind kind, PartnerContextScope scope, string locale, string? statePath, IDisposable? emulator)
    {
        Client = client;
        Endpoint = endpoint;
        Kind = kind;
        Scope = scope;
        Locale = locale;
        StatePath = statePath;
        this.emulator = emulator;
        ConnectedAt = DateTimeOffset.UtcNow;
    }

    private readonly IDisposable? emulator;

    /// <summary>Scheme and host that calls go to; an emulator inside the process has no address of its own.</summary>
    public Uri Endpoint { get; }

    /// <summary>How the connection was made.</summary>
    public PartnerContextKind Kind { get; }

    /// <summary>Who sees it as the current connection.</summary>
    public PartnerContextScope Scope { get; }

    /// <summary>Language of titles and error texts.</summary>
    public string Locale { get; }

    /// <summary>File that the emulator keeps its state in; null for none.</summary>
    public string? StatePath { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Whether Disconnect-PartnerCenter has closed it.</summary>
    public bool IsClosed { get; private set; }

    internal PartnerClient Client { get; }

    internal SessionCache Cache { get; } = new();

    /// <summary>Changes of one cart follow each other; the service knows no version of a cart.</summary>
    internal Commands.KeyedGate CartChanges { get; } = new();

    /// <summary>Whether the controls of an emulator may be asked for: never of a host on the network.</summary>
    internal bool MayBeEmulator => Kind == PartnerContextKind.Emulator || Endpoint.IsLoopback;

    /// <summary>Kind and endpoint in one line.</summary>
    public override string ToString() => Kind == PartnerContextKind.Emulator ? "Emulator" : Endpoint.ToString();

    /// <summary>Closes the connection, and the emulator when it lives in this process.</summary>
    public void Dispose()
    {
        IsClosed = true;
        Client.Dispose();
        emulator?.Dispose();
    }
}
