using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>An invoice that was not made from purchases: a seed, or one that a test asked for. Its lines are made when they are read.</summary>
internal sealed record InvoiceRecord
{
    public string Id { get; init; } = string.Empty;

    /// <summary>OneTime, or Recurring for the old order system.</summary>
    public string Type { get; init; } = Invoice.OneTime;

    public string Currency { get; init; } = Market.PartnerCurrency;

    public DateTimeOffset Date { get; init; }

    /// <summary>Billing lines: purchases, or licences of the old order system.</summary>
    public int Lines { get; init; }

    /// <summary>Daily usage besides.</summary>
    public int UsageLines { get; init; }

    /// <summary>How many files an export is split into.</summary>
    public int Blobs { get; init; } = 1;

    /// <summary>The same seed, the same lines.</summary>
    public int Seed { get; init; }

    /// <summary>Amounts in quotes.</summary>
    public bool NumbersAsText { get; init; }

    /// <summary>Rows of an export, counted from 0 over all files, that are no JSON.</summary>
    public IReadOnlyList<int> BrokenRows { get; init; } = [];

    public decimal Paid { get; init; }

    /// <summary>The same without knowing the total.</summary>
    public bool PaidInFull { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public string DocumentType { get; init; } = Invoice.Document;

    public string? AmendsOf { get; init; }

    public IReadOnlyList<string> TaxReceipts { get; init; } = [];
}
