using System.Collections.Generic;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Lists of texts; documented as one text, and some rows have one.</summary>
internal sealed class TextListColumn : RowColumn<List<string>>
{
    public TextListColumn(PropertyInfo property, int index)
        : base(property, index)
    {
    }

    public override void Read(InvoiceLineItem row, RowReader reader)
    {
        if (reader.Json.TokenType != JsonToken.StartArray)
        {
            JToken other = JToken.Load(reader.Json);
            string? text = other is JValue { Value: string { Length: > 0 } one } ? one : null;
            Keep(row, text == null ? null : new List<string> { text }, other);
            return;
        }

        var texts = new List<string>(0);
        while (reader.Json.Read() && reader.Json.TokenType != JsonToken.EndArray)
        {
            JToken item = JToken.Load(reader.Json);
            if (item is JValue { Value: { } value })
            {
                texts.Add(reader.Shared(ProvisioningContext.Text(value)));
            }
        }

        Set(row, texts);
    }
}
