using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Who may be read, and who may buy.</summary>
internal static class CustomerGuard
{
    /// <summary>The customer of a path. 60003 for a tenant that nobody knows, 20002 for one without relation: the contract lists both and leaves the choice open.</summary>
    public static CustomerRecord Find(EmulatorState state, string customerId)
    {
        if (!Guid.TryParse(customerId, out _))
        {
            throw new ServiceFault("900118");
        }

        CustomerRecord customer = state.Customer(customerId) ?? throw new ServiceFault("60003");
        return customer.Standing == CustomerStanding.NoRelation ? throw new ServiceFault("20002") : customer;
    }

    /// <summary>Blocked accounts can be read, but nothing can be put in a cart or bought for them.</summary>
    public static void MayBuy(CustomerRecord customer)
    {
        switch (customer.Standing)
        {
            case CustomerStanding.UnderReview:
                throw new ServiceFault("800073");
            case CustomerStanding.Rejected:
                throw new ServiceFault("800075");
            case CustomerStanding.Locked:
            case CustomerStanding.Unknown:
                throw new ServiceFault("900416");
            default:
                return;
        }
    }
}
