namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Ids of src/PartnerCenterCart.Emulator/Data that tests name; docs/emulator.md explains them.</summary>
internal static class Seeds
{
    public const string Contoso = "c0000000-0000-4000-8000-000000000001";
    public const string Fabrikam = "c0000000-0000-4000-8000-000000000002";
    public const string Northwind = "c0000000-0000-4000-8000-000000000003";
    public const string Rejected = "c0000000-0000-4000-8000-000000000004";
    public const string Locked = "c0000000-0000-4000-8000-000000000005";
    public const string UnderReview = "c0000000-0000-4000-8000-000000000006";
    public const string WithoutAgreement = "c0000000-0000-4000-8000-000000000007";
    public const string WithoutRelation = "c0000000-0000-4000-8000-000000000008";

    public const string AzurePlanSubscription = "a0000000-0000-4000-8000-000000000001";
    public const string UnregisteredSubscription = "a0000000-0000-4000-8000-000000000002";
    public const string SuspendedSubscription = "a0000000-0000-4000-8000-000000000003";
    public const string LicenceSubscription = "a0000000-0000-4000-8000-000000000004";

    /// <summary>Customers that the emulator makes; docs/emulator.md says what their numbers mean.</summary>
    public static string Customer(int number) => "c1000000-0000-4000-8000-" + number.ToString("D12", System.Globalization.CultureInfo.InvariantCulture);

    public const string E5 = "CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS";
    public const string Closed = "CFQ7TTC0CL0S:0001:CFQ7TTC0CL0A";
    public const string BaseSeat = "CFQ7TTC0LFLX:0001:CFQ7TTC0LB30";
    public const string AddOnSeat = "CFQ7TTC0HDJX:0001:CFQ7TTC0K806";
    public const string LimitedSeat = "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5";
    public const string Reservation = "DZH318Z0BQ36:004G:DZH318Z08C0S";
    public const string SoldOutReservation = "DZH318Z0BQ3P:0038:DZH318Z0BS38";
    public const string Perpetual = "DG7GMGF0DWM3:0002:DG7GMGF0DT1M";
    public const string SaaS = "DZH318Z0BXWC:0002:DZH318Z0BMRV";
    public const string MeteredSaaS = "DZH318Z0C0WF:0003:DZH318Z0BP71";
    public const string Attested = "CFQ7TTC0J203:0001:CFQ7TTC0J20A";
    public const string SavingsPlan = "DZH318Z09V6F:0001:DZH318Z0BLD3";
    public const string LegacyBase = "91FD106F-4B2C-4938-95AC-F54F74E9A239";
    public const string LegacyAddOn = "C94271D8-B431-4A25-A3C5-A57737A1C909";
    public const string WithdrawnOffer = "0CCA44D6-68E9-4762-94EE-31ECE98783B9";
}
