using System;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>One column of a kind of row: reads it from JSON straight into its property, and gives it out.</summary>
internal abstract class RowColumn
{
    private const int BitsOfARow = 64;

    protected RowColumn(PropertyInfo property, int index)
    {
        Name = property.Name;
        Member = char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
        Alias = property.GetCustomAttribute<AlsoNamedAttribute>()?.Member;
        ValueType = property.PropertyType;
        Index = index;
    }

    /// <summary>Name of the property, such as <c>UnitPrice</c>.</summary>
    public string Name { get; }

    /// <summary>Name on the wire, such as <c>unitPrice</c>.</summary>
    public string Member { get; }

    /// <summary>Another name on the wire; null for none.</summary>
    public string? Alias { get; }

    /// <summary>The type of the property.</summary>
    public Type ValueType { get; }

    /// <summary>Place among the columns of its kind of row.</summary>
    public int Index { get; }

    /// <summary>The value, boxed.</summary>
    public abstract object? Get(InvoiceLineItem row);

    /// <summary>Reads the value that the reader stands on; null is left out before.</summary>
    public abstract void Read(InvoiceLineItem row, RowReader reader);

    /// <summary>The JSON of a value that came in the other usual form; null where there is none.</summary>
    public virtual JToken? OtherForm(object value) => null;

    /// <summary>Whether the bit of this column is among these.</summary>
    public bool HasOtherForm(ulong bits) => Index < BitsOfARow && (bits & (1UL << Index)) != 0;

    /// <summary>Notes that the value came in the other usual form, or keeps the very text.</summary>
    protected void KeepForm(InvoiceLineItem row, bool isOtherForm, object value, string text)
    {
        if (isOtherForm && Index < BitsOfARow)
        {
            row.CameInOtherForm(Index);
        }
        else
        {
            row.Remember(Member, value, new JValue(text));
        }
    }

    /// <summary>A setter without reflection at each call.</summary>
    protected static Action<InvoiceLineItem, TValue> Setter<TValue>(PropertyInfo property) =>
        (Action<InvoiceLineItem, TValue>)typeof(RowColumn).GetMethod(nameof(MakeSetter), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(property.DeclaringType!, typeof(TValue)).Invoke(null, new object[] { property })!;

    /// <summary>A getter without reflection at each call.</summary>
    protected static Func<InvoiceLineItem, TValue> Getter<TValue>(PropertyInfo property) =>
        (Func<InvoiceLineItem, TValue>)typeof(RowColumn).GetMethod(nameof(MakeGetter), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(property.DeclaringType!, typeof(TValue)).Invoke(null, new object[] { property })!;

    private static Action<InvoiceLineItem, TValue> MakeSetter<TRow, TValue>(PropertyInfo property)
        where TRow : InvoiceLineItem
    {
        var set = (Action<TRow, TValue>)property.SetMethod!.CreateDelegate(typeof(Action<TRow, TValue>));
        return (row, value) => set((TRow)row, value);
    }

    private static Func<InvoiceLineItem, TValue> MakeGetter<TRow, TValue>(PropertyInfo property)
        where TRow : InvoiceLineItem
    {
        var get = (Func<TRow, TValue>)property.GetMethod!.CreateDelegate(typeof(Func<TRow, TValue>));
        return row => get((TRow)row);
    }
}
