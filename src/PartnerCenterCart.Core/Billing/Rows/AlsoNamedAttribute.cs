using System;

namespace PartnerCenterCart;

/// <summary>Another name under which the service sends a column.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AlsoNamedAttribute : Attribute
{
    public AlsoNamedAttribute(string member) => Member = member;

    public string Member { get; }
}
