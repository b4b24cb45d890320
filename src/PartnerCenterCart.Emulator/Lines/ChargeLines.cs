using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Lines of what was bought: few enough to be made one by one.</summary>
internal sealed class ChargeLines(IReadOnlyList<Charge> charges) : ILineSource
{
    public IReadOnlyList<Charge> Charges => charges;

    public int Count => charges.Count;

    public Charge At(int index) => charges[index];

    public decimal Sum(Func<Charge, decimal> amount) => charges.Sum(amount);

    public void Write(int index, LineShape shape, RowBuffer buffer) => buffer.Append(WireJson.WriteBytes(LineText.Of(charges[index], shape)));

    public long? Length(int from, int to, LineShape shape) => null;
}
