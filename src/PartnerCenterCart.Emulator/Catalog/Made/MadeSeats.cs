using System.Collections.Generic;
using static PartnerCenterCart.Emulation.MadeProduct;

namespace PartnerCenterCart.Emulation;

/// <summary>New-commerce seats besides those of the contract's examples.</summary>
internal static class MadeSeats
{
    public static IEnumerable<CatalogProduct> All()
    {
        yield return Seats("101", "Microsoft 365 Business Premium", Seat("0001", "Microsoft 365 Business Premium", 22, "CN", 300), Trial("0002", "Microsoft 365 Business Premium"));
        yield return Seats("102", "Exchange Online", Seat("0001", "Exchange Online (Plan 1)", 4, "CEGN"), Seat("0002", "Exchange Online (Plan 2)", 8, "CEGN"), Seat("0003", "Exchange Online Kiosk", 2));
        yield return Seats("103", "SharePoint Online", Seat("0001", "SharePoint (Plan 1)", 5, "CEGN"), Seat("0002", "SharePoint (Plan 2)", 10, "CEGN"));
        yield return Seats("104", "Microsoft Teams", Seat("0001", "Microsoft Teams Essentials", 4, "CN", 300), Seat("0002", "Microsoft Teams Phone Standard", 10, "CEG", bases: ["CFQ7TTC1A104:0001", "CFQ7TTC0LFLX:0001", "CFQ7TTC0LF8Q:0001"]));
        yield return Seats("105", "Power BI", Seat("0001", "Power BI Pro", 10, "CEGN"), Seat("0002", "Power BI Premium Per User", 20, "CEGN"), Seat("0003", "Power BI Premium Per User Add-On", 10, bases: ["CFQ7TTC1A105:0001"]), Trial("0004", "Power BI Pro"));
        yield return Seats("106", "Project", Seat("0001", "Project Plan 1", 10, "CE", more: MadeTerms.ThreeYears(10)), Seat("0002", "Project Plan 3", 30, "CE", more: MadeTerms.ThreeYears(30)), Seat("0003", "Project Plan 5", 55, "C", more: MadeTerms.ThreeYears(55)));
        yield return Seats("107", "Microsoft Defender for Business", Seat("0001", "Microsoft Defender for Business", 3, "CN", 300), Seat("0002", "Microsoft Defender for Business servers", 3, "C", 60, bases: ["CFQ7TTC1A107:0001", "CFQ7TTC1A101:0001"]));
        yield return Seats("108", "Microsoft Intune", Seat("0001", "Microsoft Intune Plan 1", 8, "CEG"), Seat("0002", "Microsoft Intune Plan 2", 4, "CEG", bases: ["CFQ7TTC1A108:0001"]));
        yield return Seats("109", "Microsoft Entra ID", Seat("0001", "Microsoft Entra ID P1", 6, "CEGN"), Seat("0002", "Microsoft Entra ID P2", 9, "CEGN"));
        yield return Seats("110", "Dynamics 365 Business Central", Seat("0001", "Dynamics 365 Business Central Essentials", 70, "CN", more: MadeTerms.ThreeYears(70)), Seat("0002", "Dynamics 365 Business Central Premium", 100), Seat("0003", "Dynamics 365 Business Central Team Members", 8, bases: ["CFQ7TTC1A110:0001", "CFQ7TTC1A110:0002"]));
        yield return Seats("111", "Dynamics 365 Sales", Seat("0001", "Dynamics 365 Sales Enterprise", 95, "CEG"), Seat("0002", "Dynamics 365 Sales Premium", 135));
        yield return Seats("112", "Office 365 A3", Seat("0001", "Office 365 A3 for faculty", 3.25m, "E"), Seat("0002", "Office 365 A3 for students", 2.5m, "E"));
        yield return Seats("113", "Office 365 G3", Seat("0001", "Office 365 G3", 20, "G")).SoldIn("US");
        yield return Seats("114", "Microsoft 365 Copilot", Seat("0001", "Microsoft 365 Copilot", 30, "CE", 300, bases: ["CFQ7TTC0LFLX:0001", "CFQ7TTC0LFLZ:0002", "CFQ7TTC0LDPB:0001", "CFQ7TTC1A101:0001"]));
        yield return Seats("115", "Visio Plan 2", Seat("0001", "Visio Plan 2", 15, "CEGN"), Trial("0002", "Visio Plan 2"));
        yield return Seats("116", "Windows 365 Business", Attested(Seat("0001", "Windows 365 Business 2 vCPU, 4 GB, 64 GB", 28, "C", 300)), Attested(Seat("0002", "Windows 365 Business 4 vCPU, 16 GB, 128 GB", 66, "C", 300)));
    }

    private static CatalogProduct Seats(string number, string title, params CatalogSku[] skus) =>
        Of(ItemFamily.NewCommerce, "CFQ7TTC1A" + number, title, Publisher, [TargetView.OnlineServices], skus);

    private static CatalogSku Attested(CatalogSku sku) => sku with { AttestationType = "Windows365" };
}
