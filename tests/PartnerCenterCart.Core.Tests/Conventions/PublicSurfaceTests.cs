using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What a user of the service assembly can rely on, whatever is added to it.</summary>
public class PublicSurfaceTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Core = typeof(PartnerClient).Assembly;

    [Fact]
    public void Every_public_type_is_in_the_one_namespace() =>
        None(Core.GetExportedTypes().Where(type => type.Namespace != "PartnerCenterCart"), "Move to namespace PartnerCenterCart");

    [Fact]
    public void No_public_signature_shows_a_type_of_the_json_library() =>
        None(
            Core.GetExportedTypes().SelectMany(type => Signature(type).Select(shown => (type, shown))).Where(pair => IsJson(pair.shown)).Select(pair => $"{pair.type.Name}: {pair.shown.Name}"),
            "Newtonsoft.Json must not show in public signatures, use plain values");

    [Fact]
    public void No_static_remembers() =>
        None(
            Core.GetTypes().Where(type => !IsGenerated(type))
                .SelectMany(type => type.GetFields(All))
                .Where(field => field.IsStatic && !field.IsInitOnly && !field.IsLiteral && !IsGenerated(field))
                .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"),
            "Static fields must be readonly; connections must share nothing");

    [Fact]
    public void No_static_property_can_be_set() =>
        None(
            Core.GetTypes().SelectMany(type => type.GetProperties(All)).Where(property => property.SetMethod is { IsStatic: true }).Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
            "Static properties must be read-only");

    [Fact]
    public void Every_asynchronous_method_takes_a_cancellation_token_last_which_may_be_left_out() =>
        None(
            AsyncMethods()
                .Where(method => !IsPromisedByAnInterface(method))
                .Where(method => method.GetParameters().LastOrDefault() is not { HasDefaultValue: true } last || last.ParameterType != typeof(CancellationToken))
                .Select(Name),
            "End the parameters with: CancellationToken cancellationToken = default");

    [Fact]
    public void Every_asynchronous_method_of_an_interface_takes_a_cancellation_token_last() =>
        None(
            AsyncMethods().Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)).Select(Name),
            "End the parameters with a CancellationToken");

    [Fact]
    public void Asynchronous_methods_end_in_Async_and_no_others() =>
        None(
            Core.GetExportedTypes().SelectMany(type => type.GetMethods(All)).Where(method => method.IsPublic)
                .Where(method => IsTask(method.ReturnType) != method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Name),
            "Name methods that return a Task ...Async");

    [Fact]
    public void Every_value_of_a_model_can_be_missing() =>
        None(
            Core.GetExportedTypes().Where(type => typeof(PartnerResource).IsAssignableFrom(type)).SelectMany(WireMembers.Of)
                .Where(property => property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) == null)
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
            "Make it nullable, the service may leave anything out");

    [Fact]
    public void Money_is_decimal_and_dates_have_an_offset() =>
        None(
            Core.GetExportedTypes().Where(type => typeof(PartnerResource).IsAssignableFrom(type)).SelectMany(type => type.GetProperties())
                .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
                    && (type == typeof(double) || type == typeof(float) || type == typeof(DateTime) || type.IsEnum))
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
            "Use decimal, DateTimeOffset and text for open enumerations");

    [Fact]
    public void Core_knows_the_framework_and_the_json_library_alone() =>
        Assert.Equal(new[] { "Newtonsoft.Json", "netstandard" }, Core.GetReferencedAssemblies().Select(assembly => assembly.Name).OrderBy(name => name, StringComparer.Ordinal));

    private static IEnumerable<MethodInfo> AsyncMethods() =>
        Core.GetExportedTypes().SelectMany(type => type.GetMethods(All)).Where(method => method.IsPublic && IsTask(method.ReturnType));

    private static bool IsTask(Type type) => typeof(Task).IsAssignableFrom(type);

    private static bool IsPromisedByAnInterface(MethodInfo method) =>
        method.DeclaringType!.IsInterface
        || method.DeclaringType.GetInterfaces().Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method));

    private static IEnumerable<Type> Signature(Type type)
    {
        IEnumerable<Type> own = type.GetInterfaces().Append(type.BaseType ?? typeof(object));
        IEnumerable<MethodBase> methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);
        IEnumerable<Type> parameters = methods.SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType));
        IEnumerable<Type> results = methods.OfType<MethodInfo>().Select(method => method.ReturnType);
        IEnumerable<Type> fields = type.GetFields(All).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType);
        return own.Concat(parameters).Concat(results).Concat(fields).SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().Where(part => !part.IsGenericParameter).SelectMany(Parts).Append(type);

    private static bool IsJson(Type type) => type.Namespace?.StartsWith("Newtonsoft", StringComparison.Ordinal) == true;

    // What counts the lines that tests run (./build.sh coverage) adds a type of its own.
    private static bool IsGenerated(MemberInfo member) =>
        member is Type { Namespace: "Coverlet.Core.Instrumentation.Tracker" } ||
        member.IsDefined(typeof(CompilerGeneratedAttribute), false) || (member is Type { DeclaringType: { } outer } && IsGenerated(outer));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static void None(IEnumerable<object> found, string remedy)
    {
        string list = string.Join(", ", found.Distinct());
        Assert.True(list.Length == 0, $"{remedy}: {list}.");
    }
}
