namespace PartnerCenterCart.Emulation;

/// <summary>Damage below HTTP that a door translates into what its callers would see from a network.</summary>
public enum TransportFault
{
    /// <summary>The answer arrives whole.</summary>
    None,

    /// <summary>The connection breaks before a status line.</summary>
    ConnectionReset,

    /// <summary>The full length is announced, half of the body arrives.</summary>
    TruncatedBody,
}
