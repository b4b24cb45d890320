using System;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Tokens of Microsoft Graph: another audience, and a permission, app-only or delegated (newer-facts.md). Looked into where the settings demand an audience at all.</summary>
internal static class GraphSignIn
{
    private const string Permission = "PartnerBilling.Read.All";

    // The address, and the id that stands for it in tokens.
    private static readonly string[] Audiences = ["https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000"];

    public static void Check(EmulatorRequest request, EmulatorSettings settings, DateTimeOffset now)
    {
        if (!SignIn.HasToken(request))
        {
            throw new GraphFault(401, "InvalidAuthenticationToken", "Access token is empty.");
        }

        if (settings.Audience is null)
        {
            return;
        }

        BearerToken token = SignIn.Read(request);
        if (!Audiences.Contains(token.Audience, StringComparer.OrdinalIgnoreCase))
        {
            throw new GraphFault(401, "InvalidAuthenticationToken", "Access token validation failure. Invalid audience.");
        }

        if (token.Expires is { } end && end <= now)
        {
            throw new GraphFault(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");
        }

        if (!token.Permissions.Contains(Permission, StringComparer.OrdinalIgnoreCase))
        {
            throw new GraphFault(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        }
    }
}
