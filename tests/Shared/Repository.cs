using System;
using System.IO;

namespace PartnerCenterCart.Tests;

/// <summary>
/// The files of the repository that the tests were built in. Found from where the tests run, because the path of a source file is replaced
/// by a neutral one in the builds of CI.
/// </summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Text(string relative) => File.ReadAllText(Path(relative));

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "PartnerCenterCart.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
