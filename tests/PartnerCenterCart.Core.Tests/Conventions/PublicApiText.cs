using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace PartnerCenterCart.Core.Tests;

/// <summary>
/// What others can use of an assembly as sorted lines of text, one for each type and member, written much as C# writes them: the same for
/// the same source on every machine, so that a difference is a change.
/// </summary>
internal static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(int)] = "int",
        [typeof(long)] = "long", [typeof(decimal)] = "decimal", [typeof(double)] = "double", [typeof(byte)] = "byte", [typeof(char)] = "char",
    };

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes()
        .SelectMany(type => Members(type).Prepend(Header(type)))
        .OrderBy(line => line, StringComparer.Ordinal);

    private static string Header(Type type)
    {
        string kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsSealed && type.IsAbstract ? "static class"
            : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        IEnumerable<Type> inherited = type.BaseType?.GetInterfaces() ?? Type.EmptyTypes;
        IEnumerable<Type> bases = type.IsEnum ? Type.EmptyTypes : new[] { type.BaseType }.Where(b => b != null && b != typeof(object) && b != typeof(ValueType)).Select(b => b!)
            .Concat(type.GetInterfaces().Where(i => i.IsPublic && !inherited.Contains(i)).OrderBy(i => i.Name, StringComparer.Ordinal));
        string list = string.Join(", ", bases.Select(b => Name(b)));
        return $"{Name(type)}: {kind}{(list.Length == 0 ? string.Empty : " of " + list)}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        string owner = Name(type);
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{owner}.{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }

        var context = new NullabilityInfoContext();
        return type.GetFields(Declared).Where(IsSeen).Select(field => $"{owner}.{field.Name}: {Modifier(field)}{Name(context.Create(field))}{Value(field)}")
            .Concat(type.GetConstructors(Declared).Where(IsSeen).Select(made => $"{owner}.new({Parameters(made, context)})"))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsSeen)).Select(property => $"{owner}.{Property(property, context)}"))
            .Concat(type.GetEvents(Declared).Where(one => IsSeen(one.AddMethod!)).Select(one => $"{owner}.{one.Name}: event {Name(one.EventHandlerType!)}"))
            .Concat(type.GetMethods(Declared).Where(method => IsSeen(method) && !IsAccessor(method))
                .Select(method => $"{owner}.{method.Name}{Generics(method)}({Parameters(method, context)}): {Modifier(method)}{Name(context.Create(method.ReturnParameter))}"));
    }

    private static string Property(PropertyInfo property, NullabilityInfoContext context)
    {
        string index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(p => $"{Name(context.Create(p))} {p.Name}"))}]" : string.Empty;
        string get = property.GetMethod is { } getter && IsSeen(getter) ? " get;" : string.Empty;
        string set = property.SetMethod is { } setter && IsSeen(setter) ? IsInit(setter) ? " init;" : " set;" : string.Empty;
        return $"{property.Name}{index}: {Modifier(property.GetAccessors(true)[0])}{Name(context.Create(property))} {{{get}{set} }}";
    }

    private static string Parameters(MethodBase method, NullabilityInfoContext context) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        string way = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : string.Empty;
        return $"{way}{Name(context.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Literal(parameter.DefaultValue) : string.Empty)}";
    }));

    private static bool IsSeen(FieldInfo field) => field.IsPublic || ((field.IsFamily || field.IsFamilyOrAssembly) && !field.DeclaringType!.IsSealed);

    private static bool IsSeen(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static string Modifier(FieldInfo field) => field.IsLiteral ? "const " : (field.IsStatic ? "static " : string.Empty) + (field.IsInitOnly ? "readonly " : string.Empty);

    private static string Modifier(MethodInfo method) => (method.IsPublic ? string.Empty : "protected ") + (method.IsStatic ? "static "
        : method.DeclaringType!.IsInterface || !method.IsVirtual ? string.Empty
        : method.GetBaseDefinition() != method ? "override " : method.IsAbstract ? "abstract " : method.IsFinal ? string.Empty : "virtual ");

    private static string Value(FieldInfo field) => field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : string.Empty;

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : string.Empty;

    // With the question marks of nullable references, those inside included.
    private static string Name(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        string mark = !type.IsValueType && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) ? "?" : string.Empty;
        if (info.ElementType is { } element)
        {
            return $"{Name(element)}[]{mark}";
        }

        return (info.GenericTypeArguments.Length == 0 ? Name(type) : Name(type, info.GenericTypeArguments.Select(Name))) + mark;
    }

    private static string Name(Type type) => Name(type, type.GetGenericArguments().Select(argument => Name(argument)));

    private static string Name(Type type, IEnumerable<string> arguments)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        string name = Keywords.TryGetValue(type, out string? keyword) ? keyword : type.Name.Split('`')[0];
        name = type is { IsNested: true, IsGenericParameter: false } ? $"{Name(type.DeclaringType!)}.{name}" : name;
        return type.IsGenericType ? $"{name}<{string.Join(", ", arguments)}>" : name;
    }
}
