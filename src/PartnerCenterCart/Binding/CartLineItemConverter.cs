using System;
using System.Collections;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>What [PartnerCenterCart.CartLineItem]@{ } does: as the cmdlets read lines, so that 2.5 licences are refused and not rounded to 2.</summary>
public sealed class CartLineItemConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        destinationType == typeof(CartLineItem) && (sourceValue is PSObject wrapped ? wrapped.BaseObject : sourceValue) is IDictionary or PSCustomObject;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => MemberBinder.Line(sourceValue);

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => throw new NotSupportedException();
}
