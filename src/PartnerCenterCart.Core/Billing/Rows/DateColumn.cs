using System;
using System.Reflection;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Dates, in the forms of the contract (models.md, section 0).</summary>
internal sealed class DateColumn : RowColumn<DateTimeOffset?>
{
    public DateColumn(PropertyInfo property, int index)
        : base(property, index)
    {
    }

    public override void Read(InvoiceLineItem row, RowReader reader)
    {
        if (reader.Json.Value is not string text)
        {
            Keep(row, null, JToken.Load(reader.Json));
        }
        else if (!WireDate.TryReadUsual(text, out DateTimeOffset date, out WireDateForm form))
        {
            Keep(row, WireDate.Read(text), new JValue(text));
        }
        else
        {
            Set(row, date);
            if (form != WireDateForm.Canonical)
            {
                KeepForm(row, form == WireDateForm.WithoutOffset, date, text);
            }
        }
    }

    public override JToken? OtherForm(object value) => new JValue(WireDate.WriteWithoutOffset((DateTimeOffset)value));
}
