using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>What the journal says, row by row.</summary>
internal static class PlanStatus
{
    public static IReadOnlyList<PurchasePlanRowStatus> Of(JournalContent journal) =>
        journal.Carts.SelectMany(cart => cart.Rows.Select(row => Of(cart, row))).OrderBy(row => row.RowNumber).ToList();

    /// <param name="cart">The cart of the row.</param>
    /// <param name="row">The row.</param>
    /// <param name="trouble">Why it is not settled; null where nothing is known.</param>
    /// <param name="isUnknown">Whether the checkout may have been made, and nobody can tell.</param>
    public static PurchasePlanRowStatus Of(CartProgress cart, RowProgress row, PartnerException? trouble = null, bool isUnknown = false)
    {
        JournalOrderLine? first = row.Orders is { Count: > 0 } lines ? lines[0] : null;
        return new PurchasePlanRowStatus(row.Planned.RowNumber, row.Reference)
        {
            State = StateOf(cart, row, isUnknown),
            CustomerId = row.Planned.CustomerId,
            CustomerName = row.Planned.CustomerName,
            CatalogItemId = first?.Item ?? cart.Lines.FirstOrDefault(line => line.Reference == row.Reference)?.Item ?? row.Planned.Item,
            Quantity = row.Planned.Quantity,
            CartId = row.CartId ?? (row.IsSettled ? null : cart.CartId),
            OrderId = row.Orders?.Select(line => line.OrderId).Distinct().ToArray() ?? System.Array.Empty<string>(),
            LineItemNumber = first?.Line,
            Price = row.Orders?.All(line => line.Price != null) == true ? row.Orders.Sum(line => line.Price) : null,
            CurrencyCode = first?.Currency,
            At = row.At ?? cart.At,
            ErrorKind = row.Failure?.Kind ?? (row.Orders == null ? trouble?.Kind : null),
            ErrorCode = row.Failure?.Code ?? (row.Orders == null ? trouble?.ServiceCode : null),
            Message = row.Failure?.Message ?? (row.Orders == null ? trouble?.Summary : null),
            RecommendedAction = row.Failure?.Remedy ?? (row.Orders == null ? trouble?.RecommendedAction : null),
        };
    }

    private static PlanRowState StateOf(CartProgress cart, RowProgress row, bool isUnknown) =>
        row.Orders != null ? PlanRowState.Ordered
        : row.Failure != null ? PlanRowState.Failed
        : isUnknown ? PlanRowState.OutcomeUnknown
        : cart.Stage == CartStage.CheckingOut ? PlanRowState.CheckingOut
        : cart.Try == 0 ? PlanRowState.Planned
        : PlanRowState.Open;
}
