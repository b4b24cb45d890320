using System;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>The filter of customers.search, as a client sends it.</summary>
internal static class Filter
{
    public static string Path(string field, string value, string comparison = "starts_with") =>
        "/v1/customers?size=0&filter=" + Uri.EscapeDataString($"{{\"Field\":\"{field}\",\"Value\":\"{value}\",\"Operator\":\"{comparison}\"}}");
}
