using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

internal sealed class SettingsControl(EmulatorBrain brain)
{
    public EmulatorResponse Get() => EmulatorResponse.Json(200, brain.Settings);

    /// <summary>Members that are not sent stay as they are; null switches a limit or a mark off.</summary>
    public EmulatorResponse Set(EmulatorRequest request)
    {
        JObject sent = ControlBody.Parse(request.Body, "requestsPerMinute", "provisioningSeconds", "orderListLagSeconds", "byteOrderMark", "appOnly", "audience", "requireMfa", "registrationSeconds", "reissueDays", "pageSize", "malformedLinks", "emptyPages", "tokenLength", "tokenPlace", "promotionErrorsOf2021", "generatedProducts", "cancellationDays", "sandbox", "failingItems", "subscriptionLagSeconds", "purchaseOrderItems", "purchaseOrderReviewSeconds", "rejectPurchaseOrders", "lineItemLagSeconds", "retiredLineItems", "exportSeconds", "sasSeconds", "manifestLink");
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

        if (settings.RegistrationSeconds is not (>= 0 and <= 31_536_000))
        {
            throw new ControlFault("registrationSeconds is from 0 to 31536000 (one year).");
        }

        if (settings.ReissueDays is not (null or (>= 0.01 and <= 3650)))
        {
            throw new ControlFault("reissueDays is from 0.01 to 3650, or null for never.");
        }

        if (settings.CancellationDays is not (>= 0 and <= 3650) || settings.SubscriptionLagSeconds is not (>= 0 and <= 31_536_000) || settings.FailingItems is null)
        {
            throw new ControlFault("cancellationDays is from 0 to 3650, subscriptionLagSeconds from 0 to 31536000, failingItems a list of catalog item ids.");
        }

        if (settings.PurchaseOrderReviewSeconds is not (>= 0 and <= 31_536_000) || settings.PurchaseOrderItems is null)
        {
            throw new ControlFault("purchaseOrderReviewSeconds is from 0 to 31536000, purchaseOrderItems a list of catalog item ids.");
        }

        if (settings.LineItemLagSeconds is not (>= 0 and <= 31_536_000) || settings.ExportSeconds is not (>= 0 and <= 31_536_000) || settings.SasSeconds is not (>= 0 and <= 31_536_000))
        {
            throw new ControlFault("lineItemLagSeconds, exportSeconds and sasSeconds are from 0 to 31536000 (one year).");
        }

        if (settings.PageSize is < 1 || settings.TokenLength is not (>= 0 and <= 1_000_000))
        {
            throw new ControlFault("pageSize is 1 or more, or null; tokenLength is from 0 to 1000000.");
        }

        if (settings.GeneratedProducts is null || settings.GeneratedProducts.Values.Any(count => count is not (>= 0 and <= NumberedProducts.Most)))
        {
            throw new ControlFault("generatedProducts names a count from 0 to 1000000 for a targetView.");
        }

        brain.Settings = settings with
        {
            ByteOrderMark = ControlBody.ByteOrderMark(settings.ByteOrderMark),
            TokenPlace = ControlBody.OneOf(settings.TokenPlace, EmulatorSettings.InLinks, EmulatorSettings.OnTop),
            GeneratedProducts = settings.GeneratedProducts.ToDictionary(pair => ControlBody.OneOf(pair.Key, TargetView.All), pair => pair.Value),
        };
        return Get();
    }
}
