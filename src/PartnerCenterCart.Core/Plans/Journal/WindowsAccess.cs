using System;
using System.IO;
using System.Reflection;

namespace PartnerCenterCart;

/// <summary>
/// Access control lists of Windows by reflection: .NET Standard does not have them, both editions of PowerShell do, in different
/// assemblies.
/// </summary>
internal static class WindowsAccess
{
    // Owner: full access, nothing inherited.
    private const string OwnerOnlyList = "D:P(A;;FA;;;OW)(A;;FA;;;{0})";

    public static void OwnerOnly(string path)
    {
        Type? security = Find("System.Security.AccessControl.FileSecurity", "System.IO.FileSystem.AccessControl");
        Type? identity = Find("System.Security.Principal.WindowsIdentity", "System.Security.Principal.Windows");
        if (security == null || identity == null)
        {
            // Then the folder decides, which in a user's profile is the same.
            return;
        }

        object current = identity.GetMethod("GetCurrent", Type.EmptyTypes)!.Invoke(null, null)!;
        object user = identity.GetProperty("User")!.GetValue(current)!;
        object list = Activator.CreateInstance(security)!;
        security.GetMethod("SetSecurityDescriptorSddlForm", new[] { typeof(string) })!
            .Invoke(list, new object[] { string.Format(System.Globalization.CultureInfo.InvariantCulture, OwnerOnlyList, user) });

        var file = new FileInfo(path);
        MethodInfo? own = typeof(FileInfo).GetMethod("SetAccessControl", new[] { security });
        if (own != null)
        {
            own.Invoke(file, new[] { list });
            return;
        }

        Find("System.IO.FileSystemAclExtensions", "System.IO.FileSystem.AccessControl")
            ?.GetMethod("SetAccessControl", new[] { typeof(FileInfo), security })?.Invoke(null, new[] { file, list });
    }

    private static Type? Find(string name, string assembly) => Type.GetType($"{name}, {assembly}") ?? typeof(object).Assembly.GetType(name);
}
