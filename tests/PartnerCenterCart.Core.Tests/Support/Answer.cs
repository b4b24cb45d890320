using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What a service could answer.</summary>
internal static class Answer
{
    public static PartnerAnswer Json(string body, int status = 200) => Of(status, body);

    public static PartnerAnswer Fixture(string path, int status = 200) => Of(status, Tests.Fixture.Text(path));

    public static PartnerAnswer Of(int status, string body, string? reason = null, params (string Name, string Value)[] headers) =>
        OfBytes(status, Encoding.UTF8.GetBytes(body), reason, headers);

    public static PartnerAnswer OfBytes(int status, byte[] body, string? reason = null, params (string Name, string Value)[] headers)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in headers)
        {
            byName[name] = value;
        }

        return new PartnerAnswer(status, reason, byName, new MemoryStream(body));
    }
}
