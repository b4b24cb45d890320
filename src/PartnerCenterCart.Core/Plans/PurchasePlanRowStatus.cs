using System;

namespace PartnerCenterCart;

/// <summary>A row of a plan and what has become of it.</summary>
public sealed class PurchasePlanRowStatus
{
    internal PurchasePlanRowStatus(int rowNumber, string reference)
    {
        RowNumber = rowNumber;
        Reference = reference;
    }

    /// <summary>Row, from 1.</summary>
    public int RowNumber { get; }

    /// <summary>The caller's name of the purchase.</summary>
    public string Reference { get; }

    /// <summary>What has become of it.</summary>
    public PlanRowState State { get; internal init; }

    /// <summary>Tenant id of the customer.</summary>
    public string? CustomerId { get; internal init; }

    /// <summary>Company name of the customer.</summary>
    public string? CustomerName { get; internal init; }

    /// <summary>What is bought.</summary>
    public string? CatalogItemId { get; internal init; }

    /// <summary>How many.</summary>
    public int? Quantity { get; internal init; }

    /// <summary>The cart that it went through; null while there is none.</summary>
    public string? CartId { get; internal init; }

    /// <summary>Orders that it has become: one, unless its add-ons went into others; empty until it is bought.</summary>
    public string[] OrderId { get; internal init; } = Array.Empty<string>();

    /// <summary>Its line in the first of the orders.</summary>
    public int? LineItemNumber { get; internal init; }

    /// <summary>Money before tax, as the checkout answered; null where the service named none.</summary>
    public decimal? Price { get; internal init; }

    /// <summary>Currency of the price.</summary>
    public string? CurrencyCode { get; internal init; }

    /// <summary>When the last step was made; null while there was none.</summary>
    public DateTimeOffset? At { get; internal init; }

    /// <summary>Kind of the failure; null where there is none.</summary>
    public PartnerErrorKind? ErrorKind { get; internal init; }

    /// <summary>The service's code; null where it gave none.</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>What went wrong.</summary>
    public string? Message { get; internal init; }

    /// <summary>What to do about it.</summary>
    public string? RecommendedAction { get; internal init; }

    /// <summary>Row, state and orders in one line.</summary>
    public override string ToString() => $"row {RowNumber} ({Reference}): {State}{(OrderId.Length > 0 ? " " + string.Join(", ", OrderId) : string.Empty)}";
}
