using System.IO;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>What -TokenStore may be: a script block, the path of a file, the name of a secret.</summary>
internal static class TokenStores
{
    public static ITokenStore From(object value, PSCmdlet cmdlet)
    {
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            case ScriptBlock script:
                return new ScriptTokenStore(script);
            case FileInfo file:
                return PrivateRoom.SignIn.CreateFileStore(file.FullName);
            case string { Length: > 0 } text when IsPath(text):
                return PrivateRoom.SignIn.CreateFileStore(FullPath(text, cmdlet));
            case string { Length: > 0 } name:
                if (cmdlet.InvokeCommand.GetCommand("Set-Secret", CommandTypes.Cmdlet | CommandTypes.Function) == null)
                {
                    throw PartnerException.InvalidInput(
                        $"-TokenStore '{name}' is the name of a secret, but SecretManagement is not there.",
                        "Install-PSResource Microsoft.PowerShell.SecretManagement and a vault; for a file give a path with a folder, such as ./token.bin.");
                }

                return new SecretTokenStore(name);
            default:
                throw PartnerException.InvalidInput("-TokenStore is the name of a secret, the path of a file (with a folder, such as ./token.bin) or a script block.");
        }
    }

    private static string FullPath(string text, PSCmdlet cmdlet)
    {
        string path = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(text, out ProviderInfo provider, out _);
        return provider.Name == "FileSystem"
            ? path
            : throw PartnerException.InvalidInput($"-TokenStore '{text}' is no file here: the current location is in {provider.Name}. Give the whole path.");
    }

    private static bool IsPath(string text) => text.IndexOf('/') >= 0 || text.IndexOf('\\') >= 0 || text[0] is '.' or '~' || Path.IsPathRooted(text);
}
