using System;
using System.Globalization;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Another culture for the length of a test.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public CultureScope(string name) => CultureInfo.CurrentCulture = new CultureInfo(name);

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
