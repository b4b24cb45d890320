namespace PartnerCenterCart.Emulation;

/// <summary>What usage is counted with.</summary>
internal sealed record Meter(string Id, string Category, string SubCategory, string Name, string Region, string Unit, decimal Price, string Service, string ResourceType)
{
    public static readonly Meter None = new(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, 0, string.Empty, string.Empty);

    /// <summary>Prices in US dollars, invented.</summary>
    public static readonly Meter[] All =
    [
        new("2b1f2a53-6d9e-5c3f-8a42-7f3b6a0c1d11", "Virtual Machines", "Dv5 Series", "D2s v5", "US East", "1 Hour", 0.0961m, "Microsoft.Compute", "virtualMachines"),
        new("7c0f9e21-15b4-5b0e-9a7e-1d2c3b4a5f22", "Storage", "Standard SSD Managed Disks", "E10 LRS Disk", "US East", "1/Month", 0.3199873m, "Microsoft.Compute", "disks"),
        new("0d4e8a36-42c7-5f18-b6d1-9e8f7a6b5c33", "Bandwidth", "Rtn Preference: MGN", "Standard Data Transfer Out", "Zone 1", "1 GB", 0.0870412m, "Microsoft.Network", "publicIPAddresses"),
    ];
}
