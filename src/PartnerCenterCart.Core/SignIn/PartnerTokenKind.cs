namespace PartnerCenterCart;

/// <summary>Whose token it is; some operations take only one kind (contract: endpoints.md, column Cred).</summary>
public enum PartnerTokenKind
{
    /// <summary>It cannot be told: the token is opaque.</summary>
    Unknown,

    /// <summary>An application by itself.</summary>
    AppOnly,

    /// <summary>A person through an application.</summary>
    AppUser,
}
