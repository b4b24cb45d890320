namespace PartnerCenterCart;

/// <summary>Which rows of a plan share a cart.</summary>
public enum PlanGrouping
{
    /// <summary>Each row has a cart of its own: what is wrong with one row touches no other.</summary>
    None,

    /// <summary>Rows of one customer share carts, in the order of the plan: fewer calls, and promotions that look at a cart apply.</summary>
    Customer,
}
