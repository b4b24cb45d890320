using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Where a settlement announces what it is about to do, and finds what was announced before.</summary>
internal interface IPurchaseJournal
{
    /// <summary>Makes request ids: the same step of the same journal has the same id.</summary>
    Guid Id { get; }

    /// <summary>Ends when the steps are where no crash can take them away; they count for <see cref="CartProgress"/> from then on.</summary>
    Task WriteAsync(IReadOnlyList<JournalStep> steps);

    /// <summary>Whether another row has become a line of this order.</summary>
    bool IsTaken(string orderId);
}
