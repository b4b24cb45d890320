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

    public static EmulatorSettings From(EmulatorOptions options) => new()
    {
        RequestsPerMinute = options.RequestsPerMinute,
        ProvisioningSeconds = options.ProvisioningSeconds,
        OrderListLagSeconds = options.OrderListLagSeconds,
    };
}
