using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>The columns of one kind of row, made from its properties once in the life of the process.</summary>
internal sealed class RowSchema
{
    private static readonly ConcurrentDictionary<Type, RowSchema> Schemas = new();

    private readonly Dictionary<string, RowColumn> byMember;
    private readonly Func<InvoiceLineItem> create;

    private RowSchema(Type type)
    {
        Type = type;
        create = Expression.Lambda<Func<InvoiceLineItem>>(Expression.New(type)).Compile();
        Columns = Lineage(type)
            .SelectMany(part => part.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } && property.GetCustomAttribute<JsonIgnoreAttribute>() == null)
            .Select(Column)
            .ToList();
        byMember = Columns.ToDictionary(column => column.Member, StringComparer.OrdinalIgnoreCase);
        Names = new DefaultJsonNameTable();
        foreach (RowColumn column in Columns)
        {
            Names.Add(column.Member);
            Names.Add(column.Name);
            if (column.Alias != null)
            {
                byMember[column.Alias] = column;
                Names.Add(column.Alias);
            }
        }
    }

    /// <summary>The kind of row.</summary>
    public Type Type { get; }

    /// <summary>Its own columns first, what all rows share last.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>Spares a new text for each name of a member.</summary>
    public DefaultJsonNameTable Names { get; }

    public static RowSchema Of(Type type) => Schemas.GetOrAdd(type, t => new RowSchema(t));

    public InvoiceLineItem Create() => create();

    /// <summary>The column of a member in any case; null for one that nobody knows.</summary>
    public RowColumn? Find(string member) => byMember.TryGetValue(member, out RowColumn? column) ? column : null;

    /// <summary>The JSON of a value whose bit says that it came in the other usual form.</summary>
    public JToken? OtherForm(string member, object? value, ulong bits) =>
        value != null && Find(member) is { } column && column.HasOtherForm(bits) ? column.OtherForm(value) : null;

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (Type? part = type; part != null && typeof(InvoiceLineItem).IsAssignableFrom(part); part = part.BaseType)
        {
            yield return part;
        }
    }

    private static RowColumn Column(PropertyInfo property, int index)
    {
        Type type = property.PropertyType;
        return type == typeof(string) ? new TextColumn(property, index)
            : type == typeof(decimal?) ? new NumberColumn(property, index)
            : type == typeof(int?) ? new WholeColumn(property, index)
            : type == typeof(DateTimeOffset?) ? new DateColumn(property, index)
            : type == typeof(bool?) ? new FlagColumn(property, index)
            : type == typeof(List<string>) ? new TextListColumn(property, index)
            : type == typeof(ResourceAttributes) ? new AttributesColumn(property, index)
            : throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name}: columns of rows are texts, numbers, dates, flags or lists of texts.");
    }
}
