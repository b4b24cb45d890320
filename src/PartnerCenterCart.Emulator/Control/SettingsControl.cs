using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

internal sealed class SettingsControl(EmulatorBrain brain)
{
    public EmulatorResponse Get() => EmulatorResponse.Json(200, brain.Settings);

    /// <summary>Members that are not sent stay as they are; null switches a limit or a mark off.</summary>
    public EmulatorResponse Set(EmulatorRequest request)
    {
        JObject sent = ControlBody.Parse(request.Body, "requestsPerMinute", "provisioningSeconds", "orderListLagSeconds", "byteOrderMark", "appOnly", "audience", "requireMfa");
        JObject merged = WireJson.ToObject(brain.Settings);
        foreach (JProperty property in sent.Properties())
        {
            merged.Property(property.Name, System.StringComparison.OrdinalIgnoreCase)?.Remove();
            merged[property.Name] = property.Value;
        }

        EmulatorSettings settings = ControlBody.Read<EmulatorSettings>(merged);
        if (settings.RequestsPerMinute is < 1)
        {
            throw new ControlFault("requestsPerMinute is 1 or more, or null for no limit.");
        }

        if (settings.ProvisioningSeconds is not (>= 0 and <= 31_536_000) || settings.OrderListLagSeconds is not (>= 0 and <= 31_536_000))
        {
            throw new ControlFault("provisioningSeconds and orderListLagSeconds are from 0 to 31536000 (one year).");
        }

        brain.Settings = settings with { ByteOrderMark = ControlBody.ByteOrderMark(settings.ByteOrderMark) };
        return Get();
    }
}
