using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>An invoice that an emulator makes up, with as many lines as one asks for (docs/emulator.md, Invoices of any size).</summary>
public sealed class EmulatorInvoice : PartnerResource
{
    /// <summary>Number of the invoice; the emulator chooses one when null. The same number again replaces the invoice.</summary>
    public string? Id { get; set; }

    /// <summary><c>OneTime</c>, or <c>Recurring</c> for the old order system.</summary>
    public string? Type { get; set; }

    /// <summary>Three-letter code; US dollars when null.</summary>
    public string? Currency { get; set; }

    /// <summary>Date of the invoice, which decides which of the two line-item APIs serves it; the last eighth of a month when null.</summary>
    public DateTimeOffset? Date { get; set; }

    /// <summary>Billing lines.</summary>
    public int? Lines { get; set; }

    /// <summary>Lines of daily usage.</summary>
    public int? UsageLines { get; set; }

    /// <summary>Files that an export is split into; 1 when null.</summary>
    public int? Blobs { get; set; }

    /// <summary>The same seed gives the same lines.</summary>
    public int? Seed { get; set; }

    /// <summary>Amounts and quantities of the lines come in quotes.</summary>
    public bool? NumbersAsText { get; set; }

    /// <summary>Rows of an export, counted from 0 over all files, that are no JSON.</summary>
    public List<int>? BrokenRows { get; set; }

    /// <summary>What was paid of it.</summary>
    public decimal? Paid { get; set; }

    /// <summary>Ids of tax receipts that it has.</summary>
    public List<string>? TaxReceipts { get; set; }
}
