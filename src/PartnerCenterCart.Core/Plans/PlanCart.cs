using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>Rows of a plan that are bought together.</summary>
internal sealed class PlanCart
{
    public PlanCart(int number, IReadOnlyList<PurchasePlanRow> rows)
    {
        Number = number;
        Rows = rows;
    }

    /// <summary>Position among the carts of the plan, from 1; the journal names the cart by it.</summary>
    public int Number { get; }

    public IReadOnlyList<PurchasePlanRow> Rows { get; }

    public string CustomerId => Rows[0].CustomerId ?? throw new InvalidOperationException("The plan was not resolved.");

    /// <summary>A row without its own label carries its reference, where it has one: so the purchase can be told from others for good.</summary>
    public static string? LabelOf(PurchasePlanRow row) =>
        !string.IsNullOrWhiteSpace(row.Line.FriendlyName) ? row.Line.FriendlyName : row.HasReference ? row.Reference : null;

    /// <summary>What is sent: the lines of these rows in their order, which the numbers of the lines keep.</summary>
    public static Cart Body(IReadOnlyList<PurchasePlanRow> rows) => new()
    {
        LineItems = rows.Select(LineOf).ToList(),
        PartnerOnRecordAttestationAccepted = rows.Any(row => row.IsAttested) ? true : null,
    };

    private static CartLineItem LineOf(PurchasePlanRow row)
    {
        CartLineItem line = row.Line.AsNew();
        line.FriendlyName = LabelOf(row);
        return line;
    }
}
