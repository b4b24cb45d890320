using System.Globalization;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>Whole numbers; some come as text or with a fraction of zero.</summary>
internal sealed class WholeColumn : RowColumn<int?>
{
    public WholeColumn(PropertyInfo property, int index)
        : base(property, index)
    {
    }

    public override void Read(InvoiceLineItem row, RowReader reader)
    {
        switch (reader.Json.Value)
        {
            case long number when number is >= int.MinValue and <= int.MaxValue:
                Set(row, (int)number);
                break;
            case string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number):
                Set(row, number);
                KeepForm(row, number.ToString(CultureInfo.InvariantCulture) == text, number, text);
                break;
            case string text:
                Keep(row, decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal fraction) ? Whole(fraction) : null, new JValue(text));
                break;
            case decimal number:
                Keep(row, Whole(number), new JValue(number));
                break;
            default:
                Keep(row, null, JToken.Load(reader.Json));
                break;
        }
    }

    public override JToken? OtherForm(object value) => new JValue(((int)value).ToString(CultureInfo.InvariantCulture));

    private static int? Whole(decimal number) =>
        number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? decimal.ToInt32(number) : null;
}
