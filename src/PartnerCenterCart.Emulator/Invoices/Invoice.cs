using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>An invoice at a moment, whether it was made from purchases or for a test.</summary>
internal sealed class Invoice(string id, string type, string currency, DateTimeOffset date, IReadOnlyDictionary<LineKind, ILineSource> lines)
{
    public const string OneTime = "OneTime";
    public const string Recurring = "Recurring";
    public const string Document = "invoice";

    public string Id { get; } = id;

    /// <summary>OneTime or Recurring.</summary>
    public string Type { get; } = type;

    public string Currency { get; } = currency;

    public DateTimeOffset Date { get; } = date;

    public DateTimeOffset Period => BillingCalendar.PeriodOf(Date);

    public bool IsLegacy => Type == Recurring;

    public decimal Total { get; init; }

    public decimal Paid { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public string DocumentType { get; init; } = Document;

    public string? AmendsOf { get; init; }

    public IReadOnlyList<string> TaxReceipts { get; init; } = [];

    public IReadOnlyList<Invoice> Amendments { get; init; } = [];

    /// <summary>Files of an export.</summary>
    public int Blobs { get; init; } = 1;

    /// <summary>Changes when the lines do.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>The line sets that it has.</summary>
    public IEnumerable<LineKind> Kinds => lines.Keys.OrderBy(kind => kind);

    /// <summary>Null where it has no such lines.</summary>
    public ILineSource? Lines(LineKind kind) => lines.TryGetValue(kind, out ILineSource? source) ? source : null;
}
