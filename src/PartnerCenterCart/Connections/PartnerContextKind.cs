namespace PartnerCenterCart;

/// <summary>How a connection was made.</summary>
public enum PartnerContextKind
{
    /// <summary>An emulator inside this process.</summary>
    Emulator,

    /// <summary>A token that the caller brought.</summary>
    AccessToken,

    /// <summary>A person signed in.</summary>
    User,

    /// <summary>An application with its credential.</summary>
    Application,

    /// <summary>The identity of the machine, runbook or function.</summary>
    ManagedIdentity,

    /// <summary>The refresh token of a person's consent (secure application model).</summary>
    RefreshToken,
}
