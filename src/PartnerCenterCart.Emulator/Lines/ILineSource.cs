using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Lines that are written when somebody reads them.</summary>
internal interface ILineSource
{
    int Count { get; }

    Charge At(int index);

    /// <summary>The sum over all lines.</summary>
    decimal Sum(Func<Charge, decimal> amount);

    /// <summary>Appends one line as JSON, without anything between lines.</summary>
    void Write(int index, LineShape shape, RowBuffer buffer);

    /// <summary>Bytes of the lines from one index to before another; null where they would have to be written to know.</summary>
    long? Length(int from, int to, LineShape shape);
}
