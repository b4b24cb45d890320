namespace PartnerCenterCart.Emulator.Tests;

public enum Door
{
    InProcess,
    Kestrel,
}
