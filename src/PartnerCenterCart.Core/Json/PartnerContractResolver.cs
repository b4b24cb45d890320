using System;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace PartnerCenterCart.Json;

/// <summary>camelCase names; members of resources are read leniently and written back as they came.</summary>
internal sealed class PartnerContractResolver : DefaultContractResolver
{
    public PartnerContractResolver() => NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: false);

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        JsonProperty property = base.CreateProperty(member, memberSerialization);
        if (property.PropertyType is { } type
            && property.ValueProvider != null
            && !property.Ignored
            && typeof(PartnerResource).IsAssignableFrom(member.DeclaringType)
            && member is PropertyInfo)
        {
            property.ValueProvider = new WireValueProvider(property.PropertyName!, property.ValueProvider);
            property.Converter = ScalarKind.IsScalar(type)
                ? new WireScalarConverter(type)
                : new WireMemberConverter(type, property.Converter ?? ConverterOf(type));
            property.PropertyType = typeof(WireScalar);
        }

        return property;
    }

    private static JsonConverter? ConverterOf(Type type) =>
        type.GetCustomAttribute<JsonConverterAttribute>() is { } attribute
            ? (JsonConverter)Activator.CreateInstance(attribute.ConverterType, attribute.ConverterParameters)!
            : null;

    private sealed class WireValueProvider : IValueProvider
    {
        private readonly string member;
        private readonly IValueProvider inner;

        public WireValueProvider(string member, IValueProvider inner)
        {
            this.member = member;
            this.inner = inner;
        }

        public object? GetValue(object target)
        {
            object? value = inner.GetValue(target);
            if (((PartnerResource)target).WireFormOf(member, value) is { } raw)
            {
                return new WireScalar(value, raw);
            }

            return value == null ? null : new WireScalar(value, null);
        }

        public void SetValue(object target, object? value)
        {
            if (value is not WireScalar scalar)
            {
                return;
            }

            inner.SetValue(target, scalar.Value);
            if (scalar.Raw != null)
            {
                ((PartnerResource)target).Remember(member, scalar.Value, scalar.Raw);
            }
        }
    }
}
