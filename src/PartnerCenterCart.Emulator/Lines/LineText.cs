using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>A charge in the words of an API.</summary>
internal static class LineText
{
    /// <param name="charge">What is charged.</param>
    /// <param name="shape">Which API asks.</param>
    /// <param name="numbersAsText">Amounts and quantities in quotes, as some pages have them (models.md section 0).</param>
    public static JObject Of(Charge charge, LineShape shape, bool numbersAsText = false)
    {
        JObject line = (charge.Kind, shape) switch
        {
            (LineKind.Purchase, LineShape.V1 or LineShape.V1All) => PurchaseText.V1(charge, shape == LineShape.V1All),
            (LineKind.RatedUsage, LineShape.V1 or LineShape.V1All) => RatedUsageText.V1(charge),
            (LineKind.Purchase, _) => PurchaseText.V2(charge, shape == LineShape.V2Full),
            (LineKind.RatedUsage, _) => RatedUsageText.V2(charge, shape == LineShape.V2Full),
            (LineKind.Licence, _) => LegacyText.Licence(charge),
            (LineKind.AzureCost, _) => LegacyText.AzureCost(charge),
            _ => LegacyText.AzureUsage(charge),
        };
        if (numbersAsText)
        {
            foreach (JProperty member in line.Properties())
            {
                if (member.Value is JValue { Type: JTokenType.Float or JTokenType.Integer } number)
                {
                    member.Value = number.ToString(Newtonsoft.Json.Formatting.None);
                }
            }
        }

        return line;
    }
}
