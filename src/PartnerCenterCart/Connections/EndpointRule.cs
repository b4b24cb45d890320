using System;

namespace PartnerCenterCart.Commands;

/// <summary>Where a token may be sent: anywhere over https, over plain http only to this machine.</summary>
internal static class EndpointRule
{
    public static Uri Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return TransportOptions.GlobalEndpoint;
        }

        // A text with an '@' may hold a password, which no message may repeat.
        if (!Uri.TryCreate(text!.Trim(), UriKind.Absolute, out Uri? endpoint) || endpoint.Scheme is not ("https" or "http") || endpoint.Host.Length == 0)
        {
            throw PartnerException.InvalidInput(
                $"{(text.IndexOf('@') < 0 ? $"'{text}'" : "That")} is not an endpoint. Scheme and host are expected, such as {TransportOptions.GlobalEndpoint.GetLeftPart(UriPartial.Authority)} or http://127.0.0.1:8080 for an emulator.");
        }

        if (endpoint.Scheme == "http" && !endpoint.IsLoopback)
        {
            throw PartnerException.InvalidInput(
                $"The endpoint http://{endpoint.Authority} is plain http: the token would cross the network unprotected. Use https; http is for loopback addresses alone.");
        }

        if (endpoint.UserInfo.Length > 0 || endpoint.PathAndQuery.Length > 1 || endpoint.Fragment.Length > 0)
        {
            throw PartnerException.InvalidInput($"The endpoint is scheme, host and port alone, such as {endpoint.Scheme}://{endpoint.Authority}; paths are added by each call.");
        }

        return endpoint;
    }
}
