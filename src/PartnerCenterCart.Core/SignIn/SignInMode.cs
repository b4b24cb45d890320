namespace PartnerCenterCart;

/// <summary>How tokens are come by.</summary>
public enum SignInMode
{
    /// <summary>A person, in the system's browser.</summary>
    Interactive,

    /// <summary>A person, in a browser on any device.</summary>
    DeviceCode,

    /// <summary>A person in a browser, for an application with a credential: the consent of the secure application model.</summary>
    AuthorizationCode,

    /// <summary>An application with its credential.</summary>
    Application,

    /// <summary>The identity of the machine, runbook or function.</summary>
    ManagedIdentity,

    /// <summary>A refresh token of a person's consent (the secure application model).</summary>
    RefreshToken,
}
