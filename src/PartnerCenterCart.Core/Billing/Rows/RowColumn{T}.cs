using System;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>A column of values of one type.</summary>
/// <typeparam name="T">The nullable type of the property.</typeparam>
internal abstract class RowColumn<T> : RowColumn
{
    private readonly Action<InvoiceLineItem, T?> set;
    private readonly Func<InvoiceLineItem, T?> get;

    protected RowColumn(PropertyInfo property, int index)
        : base(property, index)
    {
        set = Setter<T?>(property);
        get = Getter<T?>(property);
    }

    /// <summary>The value as it is.</summary>
    public T? Value(InvoiceLineItem row) => get(row);

    public override object? Get(InvoiceLineItem row) => get(row);

    protected void Set(InvoiceLineItem row, T? value) => set(row, value);

    /// <summary>Sets a value and keeps the JSON that came, which .NET would write differently.</summary>
    protected void Keep(InvoiceLineItem row, T? value, JToken raw)
    {
        set(row, value);
        row.Remember(Member, value, raw);
    }
}
