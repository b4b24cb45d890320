using System;
using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>Texts, ids among them; some come as numbers.</summary>
internal sealed class TextColumn : RowColumn<string>
{
    public TextColumn(PropertyInfo property, int index)
        : base(property, index)
    {
    }

    public override void Read(InvoiceLineItem row, RowReader reader)
    {
        if (reader.Json.TokenType == JsonToken.String)
        {
            Set(row, reader.Shared((string)reader.Json.Value!));
            return;
        }

        JToken token = JToken.Load(reader.Json);
        string text = token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture)! : token.ToString(Formatting.None);
        Set(row, reader.Shared(text));
        if (token.Type == JTokenType.Integer)
        {
            KeepForm(row, true, text, text);
        }
        else
        {
            row.Remember(Member, text, token);
        }
    }

    // A whole number, such as the reseller's id: 0.
    public override JToken? OtherForm(object value) => new JRaw(value);
}
