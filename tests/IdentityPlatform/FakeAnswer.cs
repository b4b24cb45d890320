#nullable enable
using System.Collections.Generic;

namespace PartnerCenterCart.IdentityPlatform;

/// <summary>What the fake identity platform answers, whatever the door.</summary>
public sealed class FakeAnswer
{
    public FakeAnswer(int status, string body)
    {
        Status = status;
        Body = body;
    }

    public int Status { get; }

    public string Body { get; }

    public Dictionary<string, string> Headers { get; } = new();
}
