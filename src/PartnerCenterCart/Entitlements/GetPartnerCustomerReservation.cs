using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the details of reservations: all of a customer, those of an order, or those of entitlements from the pipeline.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerReservation")]
[OutputType(typeof(Reservation))]
public sealed class GetPartnerCustomerReservation : EntitlementCmdlet
{
    /// <summary>An entitlement as it came down the pipeline.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override void Process(string customerId)
    {
        if (InputObject?.BaseObject is Entitlement given)
        {
            Write(customerId, given);
            return;
        }

        List<string>? orders = OrderIds();
        SendPages(
            (client, token) => client.Customers.ById(customerId).Entitlements.ByEntitlementType(EntitlementType.ReservedInstance).GetAsync(false, token),
            entitlement =>
            {
                if (orders == null || orders.Any(order => PartnerId.SameOrder(order, entitlement.OrderId)))
                {
                    Write(customerId, entitlement);
                }
            });
    }

    private void Write(string customerId, Entitlement entitlement) =>
        Guarded(() => WriteObject(Send((client, token) => client.Customers.ById(customerId).Entitlements.GetReservationsAsync(entitlement, token)), enumerateCollection: true));
}
