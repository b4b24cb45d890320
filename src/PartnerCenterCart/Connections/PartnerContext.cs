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

    /// <summary>The cloud.</summary>
    public CloudEnvironment Environment { get; internal init; } = CloudEnvironment.Global;

    /// <summary>The partner's tenant; null when neither the caller nor the token named it.</summary>
    public string? Tenant { get; internal set; }

    /// <summary>The application that signed in.</summary>
    public string? ApplicationId { get; internal set; }

    /// <summary>Who signed in; null for applications.</summary>
    public string? Account { get; internal set; }

    /// <summary>Whose tokens are sent; some operations take App+User alone.</summary>
    public PartnerTokenKind TokenKind { get; internal set; }

    /// <summary>Whether the tokens carry multi-factor authentication; null when nobody said, and for applications.</summary>
    public bool? HasMfa { get; internal set; }

    /// <summary>The partner's country; null where the credential may not read it.</summary>
    public string? Country { get; internal set; }

    /// <summary>The partner's default currency; null where the credential may not read it.</summary>
    public string? Currency { get; internal set; }

    /// <summary>The partner as Partner Center knows it: its account id is the tenant's; null as long as that is unknown.</summary>
    public string? PartnerId => System.Guid.TryParse(Tenant, out _) ? Tenant : null;

    /// <summary>When the access token in use ends; it is renewed before. Null before the first call, and for tokens that do not say.</summary>
    public DateTimeOffset? TokenExpiresOn => TokenSource?.Last?.ExpiresOn;

    /// <summary>When the refresh token that is kept was issued; null when there is none or nobody knows.</summary>
    public DateTimeOffset? RefreshTokenIssuedAt => TokenSource?.Last is { } last ? last.RefreshTokenIssuedAt : GivenRefreshTokenIssuedAt;

    /// <summary>How old that is.</summary>
    public TimeSpan? RefreshTokenAge => DateTimeOffset.UtcNow - RefreshTokenIssuedAt;

    /// <summary>When it ends, unless it is used before.</summary>
    public DateTimeOffset? RefreshTokenExpiresOn => RefreshTokenIssuedAt + RefreshTokenLife.Length;

    /// <summary>Language of titles and error texts.</summary>
    public string Locale { get; }

    /// <summary>File that the emulator keeps its state in; null for none.</summary>
    public string? StatePath { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Whether Disconnect-PartnerCenter has closed it.</summary>
    public bool IsClosed { get; private set; }

    internal PartnerClient Client { get; }

    /// <summary>Null for tokens that the caller brought, and for the emulator.</summary>
    internal SignInTokenSource? TokenSource { get; set; }

    /// <summary>When the refresh token that the caller gave was issued; it counts as long as there was no exchange.</summary>
    internal DateTimeOffset? GivenRefreshTokenIssuedAt { get; set; }

    /// <summary>Whether a call at connect makes sense.</summary>
    internal bool CanBeConfirmed { get; set; }

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
        TokenSource?.Dispose();
        emulator?.Dispose();
    }
}
