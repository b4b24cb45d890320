using System;
using System.IO;
using System.Reflection;

namespace PartnerCenterCart;

/// <summary>Folders that nobody else can look into: rows of an invoice are nobody else's business, and /tmp is everybody's.</summary>
internal static class PrivateFolder
{
    // rwx------, in a framework that knows it; the temporary folder of Windows is the user's own anyway.
    private const int OwnerOnly = 0x1C0;

    private static readonly MethodInfo? SetMode = Array.Find(
        typeof(File).GetMethods(BindingFlags.Public | BindingFlags.Static),
        method => method.Name == "SetUnixFileMode" && method.GetParameters()[0].ParameterType == typeof(string));

    public static string Temporary() => Create(Path.Combine(Path.GetTempPath(), "pcc-" + Guid.NewGuid().ToString("N")));

    /// <summary>Makes the folder, and those above it, where they are not there; only a new one is closed to others.</summary>
    public static string Create(string path)
    {
        if (Directory.Exists(path))
        {
            return path;
        }

        Directory.CreateDirectory(path);
        if (SetMode != null && Path.DirectorySeparatorChar == '/')
        {
            SetMode.Invoke(null, new[] { path, Enum.ToObject(SetMode.GetParameters()[1].ParameterType, OwnerOnly) });
        }

        return path;
    }
}
