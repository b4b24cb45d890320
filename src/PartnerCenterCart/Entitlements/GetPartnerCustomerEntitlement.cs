using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads what a customer bought once: perpetual software and reservations.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerEntitlement")]
[OutputType(typeof(Entitlement))]
public sealed class GetPartnerCustomerEntitlement : EntitlementCmdlet
{
    /// <summary>Only this type: software, reservedInstance.</summary>
    [Parameter]
    [Alias("Type")]
    [ArgumentCompleter(typeof(EntitlementTypeCompleter))]
    public string? EntitlementType { get; set; }

    /// <summary>Asks for the day on which each ends.</summary>
    [Parameter]
    public SwitchParameter ShowExpiry { get; set; }

    private protected override void Process(string customerId)
    {
        List<string>? orders = OrderIds();
        SendPages(
            (client, token) =>
            {
                EntitlementCollectionOperations entitlements = client.Customers.ById(customerId).Entitlements;
                return (EntitlementType == null ? entitlements : entitlements.ByEntitlementType(EntitlementType)).GetAsync(ShowExpiry, token);
            },
            entitlement =>
            {
                if (orders == null || orders.Any(order => PartnerId.SameOrder(order, entitlement.OrderId)))
                {
                    WriteObject(entitlement);
                }
            });
    }
}
