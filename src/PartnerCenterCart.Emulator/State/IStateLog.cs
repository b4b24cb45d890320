using System;
using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>Where changes go that must outlive the process. One line is one all-or-nothing step.</summary>
internal interface IStateLog : IDisposable
{
    IEnumerable<string> ReadAll();

    void Append(string line);

    /// <summary>Puts these lines in place of everything before.</summary>
    void Replace(IEnumerable<string> lines);
}
