using System;
using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>Rows that came together: a page, or some lines of a file.</summary>
public sealed class InvoiceLineItemBatch
{
    /// <summary>Rows in the order of the service.</summary>
    internal InvoiceLineItemBatch(InvoiceLineItemSource source, IReadOnlyList<InvoiceLineItem> items)
    {
        Source = source;
        Items = items;
    }

    /// <summary>Where they are from.</summary>
    public InvoiceLineItemSource Source { get; }

    /// <summary>The rows; a batch can be empty and have a successor.</summary>
    public IReadOnlyList<InvoiceLineItem> Items { get; }

    /// <summary>Rows that could not be read, each with the place where it stands; the others go on.</summary>
    public IReadOnlyList<PartnerException> Failures { get; internal init; } = Array.Empty<PartnerException>();

    /// <summary>What is done so far, in words for a progress bar; null where there is nothing to tell.</summary>
    public string? Progress { get; internal init; }

    /// <summary>How much is done so far, in percent; null where the end is not known, as with pages.</summary>
    public int? PercentComplete { get; internal init; }
}
