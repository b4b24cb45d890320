using System;

namespace PartnerCenterCart.Emulation;

/// <summary>The whole request fails with a code of behaviours.md section 11.</summary>
internal sealed class ServiceFault : Exception
{
    /// <param name="code">A code of Data/errors.json; its status and text come from there.</param>
    /// <param name="detail">Says more than the table's text where that helps the caller.</param>
    public ServiceFault(string code, string? detail = null)
        : base(detail ?? ErrorTable.Get(code).Text)
    {
        Entry = ErrorTable.Get(code);
    }

    public ErrorEntry Entry { get; }
}
