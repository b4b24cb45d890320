using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What may change while the emulator runs (POST /_emulator/settings).</summary>
internal sealed record EmulatorSettings
{
    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public int? RequestsPerMinute { get; init; }

    public double ProvisioningSeconds { get; init; }

    public double OrderListLagSeconds { get; init; }

    /// <summary>1, 2 or "questionMark" before every JSON answer; null for none.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public JToken? ByteOrderMark { get; init; }

    /// <summary>Treats every token as app-only, so that operations for app+user tokens answer 403/900329.</summary>
    public bool AppOnly { get; init; }

    /// <summary>The audience that tokens must be issued for (401/900420 else), and that they must not have expired; null takes any token.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public string? Audience { get; init; }

    /// <summary>Refuses App+User tokens without multi-factor authentication (401/900421).</summary>
    public bool RequireMfa { get; init; }

    public static EmulatorSettings From(EmulatorOptions options) => new()
    {
        RequestsPerMinute = options.RequestsPerMinute,
        ProvisioningSeconds = options.ProvisioningSeconds,
        OrderListLagSeconds = options.OrderListLagSeconds,
    };
}
