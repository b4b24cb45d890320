using System.Reflection;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>Yes and no; some come as text.</summary>
internal sealed class FlagColumn : RowColumn<bool?>
{
    public FlagColumn(PropertyInfo property, int index)
        : base(property, index)
    {
    }

    public override void Read(InvoiceLineItem row, RowReader reader)
    {
        switch (reader.Json.Value)
        {
            case bool flag:
                Set(row, flag);
                break;
            case string text when bool.TryParse(text, out bool flag):
                Keep(row, flag, new JValue(text));
                break;
            default:
                Keep(row, null, JToken.Load(reader.Json));
                break;
        }
    }
}
