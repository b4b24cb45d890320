using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>The operations that refuse an application by itself: "U only" in the contract's endpoints.md. Those that it is not sure of are left to the service.</summary>
internal static class OperationCredential
{
    private static readonly HashSet<string> UserOnly = new(StringComparer.Ordinal)
    {
        "agreements.create",
        "agreements.directSignStatus",
        "agreements.metadata",
        "customers.companyProfile.get",
        "customers.validationStatus.get",
        "invoices.get",
        "invoices.receiptStatement",
        "invoices.statement",
        "invoices.summaries",
        "orders.provisioningStatus",
        "subscriptions.provisioningStatus",
    };

    /// <summary>The way to connect for them; also the advice for the service's own 403/900329.</summary>
    public const string Remedy =
        "Connect as a user: Connect-PartnerCenter -RefreshToken or -TokenStore with the application's credential (secure application model), or Connect-PartnerCenter -UseDeviceAuthentication.";

    public static bool TakesAppOnly(string operation) => !UserOnly.Contains(operation);

    /// <summary>The refusal before anything is sent.</summary>
    public static PartnerException Refusal(PartnerRequest request) =>
        Fault.Lost(PartnerErrorKind.Forbidden, request, "this operation takes App+User tokens only, and the connection is App-only", null, true, Remedy);
}
