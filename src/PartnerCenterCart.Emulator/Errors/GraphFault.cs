using System;

namespace PartnerCenterCart.Emulation;

/// <summary>The whole request fails, in the words of Microsoft Graph.</summary>
internal sealed class GraphFault(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
