using System;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace PartnerCenterCart.Json;

/// <summary>camelCase names; scalar members of resources are read leniently and written back as they came.</summary>
internal sealed class PartnerContractResolver : DefaultContractResolver
{
    public PartnerContractResolver() => NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: false);

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        JsonProperty property = base.CreateProperty(member, memberSerialization);
        if (property.PropertyType != null
            && property.ValueProvider != null
            && !property.Ignored
            && ScalarKind.IsScalar(property.PropertyType)
            && typeof(PartnerResource).IsAssignableFrom(member.DeclaringType))
        {
            property.ValueProvider = new WireScalarProvider(property.PropertyName!, property.ValueProvider);
            property.Converter = new WireScalarConverter(property.PropertyType);
            property.PropertyType = typeof(WireScalar);
        }

        return property;
    }

    private sealed class WireScalarProvider : IValueProvider
    {
        private readonly string member;
        private readonly IValueProvider inner;

        public WireScalarProvider(string member, IValueProvider inner)
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
