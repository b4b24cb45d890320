namespace PartnerCenterCart;

/// <summary>What an entitlement is of.</summary>
public static class EntitlementType
{
    /// <summary>Perpetual software.</summary>
    public const string Software = "software";

    /// <summary>An Azure reservation.</summary>
    public const string ReservedInstance = "reservedInstance";

    /// <summary>An Azure reservation, as older answers spell it.</summary>
    public const string VirtualMachineReservedInstance = "virtualMachineReservedInstance";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, Software, "Software"),
        (1, ReservedInstance, "ReservedInstance"),
        (2, VirtualMachineReservedInstance, "VirtualMachineReservedInstance"));

    internal static bool IsReservation(string? text) => Known.Normalize(text) is ReservedInstance or VirtualMachineReservedInstance;
}
