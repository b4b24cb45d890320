using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Paths as the user writes them: relative to the present location, on any drive of the file system.</summary>
internal static class FilePath
{
    /// <exception cref="PartnerException">InvalidInput: not in the file system.</exception>
    public static string Of(SessionState state, string path)
    {
        string full = state.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        return provider.Name == "FileSystem"
            ? full
            : throw PartnerException.InvalidInput($"'{path}' is not in the file system but in {provider.Name}.", "Name a folder or a file of the file system.");
    }
}
