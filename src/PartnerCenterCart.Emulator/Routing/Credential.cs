namespace PartnerCenterCart.Emulation;

/// <summary>The credential column of endpoints.md.</summary>
internal enum Credential
{
    Any,

    /// <summary>App-only tokens are refused with 900329.</summary>
    UserOnly,
}
