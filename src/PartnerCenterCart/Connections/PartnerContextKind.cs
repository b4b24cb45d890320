namespace PartnerCenterCart;

/// <summary>How a connection was made.</summary>
public enum PartnerContextKind
{
    /// <summary>An emulator inside this process.</summary>
    Emulator,

    /// <summary>A token that the caller brought.</summary>
    AccessToken,
}
