using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Every invoice that exists at a moment.</summary>
internal sealed class InvoiceBook(CatalogIndex catalog)
{
    private static readonly string[] Prefixes = [Invoice.OneTime + "-", Invoice.Recurring + "-"];

    /// <summary>By date; amendments are inside what they amend.</summary>
    public IReadOnlyList<Invoice> All(EmulatorState state, DateTimeOffset now)
    {
        ILookup<string?, InvoiceRecord> records = state.Invoices.Where(record => record.Date <= now).ToLookup(record => record.AmendsOf);
        IEnumerable<Invoice> made = records[null].Select(record => MadeInvoice.Of(record, records[record.Id].Select(amendment => MadeInvoice.Of(amendment, []))));
        return made.Concat(new PurchasedInvoices(state, catalog).All(now)).OrderBy(invoice => invoice.Date).ThenBy(invoice => invoice.Id, StringComparer.Ordinal).ToList();
    }

    /// <summary>Takes an id with and without the type before it (endpoints.md).</summary>
    public Invoice Find(string id, EmulatorState state, DateTimeOffset now)
    {
        string plain = Prefixes.FirstOrDefault(prefix => id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } found ? id.Substring(found.Length) : id;
        // A made invoice is found without a look at purchases: a million lines are five hundred requests.
        if (state.Invoice(plain) is { AmendsOf: null } record && record.Date <= now)
        {
            return MadeInvoice.Of(record, state.Invoices.Where(other => other.AmendsOf == record.Id).Select(amendment => MadeInvoice.Of(amendment, [])));
        }

        return All(state, now).SelectMany(invoice => invoice.Amendments.Prepend(invoice)).FirstOrDefault(invoice => string.Equals(invoice.Id, plain, StringComparison.OrdinalIgnoreCase))
            ?? throw new ServiceFault("1000", "There is no invoice '" + plain + "'.");
    }
}
