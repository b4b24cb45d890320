using System.Management.Automation;
using System.Net;
using System.Security;

namespace PartnerCenterCart.Commands;

/// <summary>Secrets come as text or SecureString, and go out as SecureString alone: a formatted object then never shows one.</summary>
internal static class SecretText
{
    /// <summary>Null for anything else.</summary>
    public static string? Read(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        SecureString secure => new NetworkCredential(string.Empty, secure).Password,
        string text => text,
        _ => null,
    };

    public static SecureString Protect(string text)
    {
        SecureString secure = new NetworkCredential(string.Empty, text).SecurePassword;
        secure.MakeReadOnly();
        return secure;
    }
}
