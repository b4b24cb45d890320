using System;
using System.IO;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Root);

    public string Root { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "pcc-test-" + Guid.NewGuid().ToString("N"));

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public string[] Files(string pattern = "*") => Directory.GetFiles(Root, pattern, SearchOption.AllDirectories);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
