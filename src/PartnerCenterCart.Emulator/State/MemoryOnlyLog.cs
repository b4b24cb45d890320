using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

internal sealed class MemoryOnlyLog : IStateLog
{
    public IEnumerable<string> ReadAll() => [];

    public void Append(string line)
    {
    }

    public void Replace(IEnumerable<string> lines)
    {
    }

    public void Dispose()
    {
    }
}
