using System;

namespace PartnerCenterCart.Commands;

/// <summary>Where secrets may be sent to sign in: over https alone.</summary>
internal static class AuthorityRule
{
    public static Uri Parse(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? authority) && authority.Scheme == "https" && authority.Host.Length > 0
        && authority.UserInfo.Length == 0 && authority.AbsolutePath.Length <= 1 && authority.Query.Length == 0
            ? authority
            : throw PartnerException.InvalidInput($"{(text.IndexOf('@') < 0 ? $"'{text}'" : "That")} is not a sign-in address. https and a host are expected, such as {CloudEnvironment.Global.Authority.GetLeftPart(UriPartial.Authority)}; -Tenant names the tenant.");
}
