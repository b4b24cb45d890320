using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>The name of a row's model, which nearly every row has.</summary>
internal sealed class AttributesColumn : RowColumn<ResourceAttributes>
{
    public AttributesColumn(PropertyInfo property, int index)
        : base(property, index)
    {
    }

    public override void Read(InvoiceLineItem row, RowReader reader)
    {
        JsonReader json = reader.Json;
        if (json.TokenType != JsonToken.StartObject)
        {
            Keep(row, null, JToken.Load(json));
            return;
        }

        var attributes = new ResourceAttributes();
        bool isEmpty = true;
        for (json.Read(); json.TokenType == JsonToken.PropertyName; json.Read(), isEmpty = false)
        {
            string member = (string)json.Value!;
            json.Read();
            if (member == "objectType" && json.Value is string name)
            {
                attributes.ObjectType = reader.Shared(name);
            }
            else if (member == "etag" && json.Value is string etag)
            {
                attributes.Etag = etag;
            }
            else
            {
                attributes.KeepUnknown(member, JToken.Load(json));
            }
        }

        if (isEmpty)
        {
            Keep(row, null, new JObject());
        }
        else
        {
            Set(row, attributes);
        }
    }
}
