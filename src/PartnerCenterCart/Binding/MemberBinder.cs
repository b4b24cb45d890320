using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Makes models from what users write: hashtables, ordered dictionaries, PSCustomObjects (Import-Csv, ConvertFrom-Json,
/// mocks) in any letter case. Blank text is "not set", as an empty CSV cell is; a misspelt member is an error, because a
/// line without its term would be another purchase than the one that was meant.
/// </summary>
internal static class MemberBinder
{
    // Beside what remoting adds: a column that is for the cart as a whole, and bound by New-PartnerCustomerCart itself.
    private static readonly HashSet<string> NoMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "PSComputerName", "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId", nameof(PartnerCenterCart.Cart.PartnerOnRecordAttestationAccepted),
    };

    // The service's own request tables call it catalogId.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase) { ["catalogId"] = nameof(CartLineItem.CatalogItemId), ["AddonItem"] = nameof(CartLineItem.AddonItems), ["Participant"] = nameof(CartLineItem.Participants) };

    public static CartLineItem Line(object? value) => Bare(value) is Cart
        ? throw PartnerException.InvalidInput("That is a cart, not a line of one.", "Pipe its lines: $cart.LineItems.")
        : Bind<CartLineItem>(value, "a cart line");

    public static Cart Cart(object? value) => Bind<Cart>(value, "a cart");

    public static T Bind<T>(object? value, string what)
        where T : class, new() => (T)Model(value, typeof(T), what);

    /// <summary>Whether something of whatever shape has a member.</summary>
    public static bool Has(object? value, string name) => Bare(value) switch
    {
        IDictionary map => map.Keys.Cast<object>().Any(key => string.Equals(ProvisioningContext.Text(key), name, StringComparison.OrdinalIgnoreCase)),
        null => false,
        _ => PSObject.AsPSObject(value!).Properties[name] != null,
    };

    /// <summary>One member of whatever shape as text, without a look at the others; null where there is none.</summary>
    public static string? TextOf(object? value, string name)
    {
        object? member = Bare(value) switch
        {
            IDictionary map => map.Keys.Cast<object>().Where(key => string.Equals(ProvisioningContext.Text(key), name, StringComparison.OrdinalIgnoreCase)).Select(key => map[key]).FirstOrDefault(),
            null => null,
            _ => PSObject.AsPSObject(value!).Properties[name]?.Value,
        };
        return Bare(member) is { } bare ? ProvisioningContext.Text(bare) : null;
    }

    /// <summary>A provisioning context from any dictionary or object; null for nothing.</summary>
    public static ProvisioningContext? Context(object? value)
    {
        object? bare = Bare(value);
        if (bare is null or ProvisioningContext)
        {
            return bare as ProvisioningContext;
        }

        var context = new ProvisioningContext();
        foreach ((string name, object? member) in Members(value, "a provisioning context"))
        {
            if (Bare(member) is { } present)
            {
                context[name] = ProvisioningContext.Text(present);
            }
        }

        return context;
    }

    private static object Model(object? value, Type type, string what)
    {
        object? bare = Bare(value);
        if (type.IsInstanceOfType(bare))
        {
            return bare!;
        }

        object model = Activator.CreateInstance(type)!;
        foreach ((string name, object? member) in Members(value, what))
        {
            PropertyInfo? property = type.GetProperty(
                OtherNames.TryGetValue(name, out string? other) ? other : name,
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (property?.SetMethod is { IsPublic: true })
            {
                property.SetValue(model, Member(member, property.PropertyType, $"{property.Name} of {what}"));
            }
            else if (name.Equals(nameof(PartnerResource.AdditionalProperties), StringComparison.OrdinalIgnoreCase) && model is PartnerResource resource)
            {
                KeepUnknown(resource, member);
            }
            else if (property == null && !NoMembers.Contains(name))
            {
                throw PartnerException.InvalidInput($"'{name}' is not a member of {what}. {Suggestion(name, type)}");
            }
        }

        return model;
    }

    // What a version that knows less has read, and JSON or a job has carried, goes back to the service all the same.
    private static void KeepUnknown(PartnerResource resource, object? members)
    {
        if (Plain(members) is Dictionary<string, object?> unknown)
        {
            foreach (KeyValuePair<string, object?> member in unknown)
            {
                resource.KeepUnknown(member.Key, member.Value);
            }
        }
    }

    private static object? Plain(object? value) => Bare(value) switch
    {
        null => null,
        string or ValueType => Bare(value),
        IDictionary map => map.Keys.Cast<object>().ToDictionary(key => ProvisioningContext.Text(key), key => Plain(map[key])),
        IEnumerable many => many.Cast<object?>().Select(Plain).ToArray(),
        _ => PSObject.AsPSObject(value!).Properties.Where(p => p.IsGettable).ToDictionary(p => p.Name, p => Plain(p.Value)),
    };

    private static object? Member(object? value, Type type, string what)
    {
        object? bare = Bare(value);
        if (bare is null || (bare is string blank && string.IsNullOrWhiteSpace(blank)))
        {
            return null;
        }

        if (type == typeof(ProvisioningContext))
        {
            return Context(value);
        }

        if (type == typeof(Dictionary<string, object?>) || type == typeof(object[]))
        {
            // Free shape: what does not have the shape that is documented is left to the service.
            object? plain = Plain(value);
            return type.IsInstanceOfType(plain) ? plain : null;
        }

        if (type == typeof(RenewsTo) && bare is string term)
        {
            return new RenewsTo { TermDuration = term };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return List(value, bare, type, what);
        }

        return typeof(PartnerResource).IsAssignableFrom(type) ? Model(value, type, what) : Scalar(bare, type, what);
    }

    private static object Scalar(object bare, Type type, string what)
    {
        if (type == typeof(string))
        {
            return ProvisioningContext.Text(bare).Trim();
        }

        if (type == typeof(DateTimeOffset?))
        {
            return DateBinder.Read(bare) ?? throw Expected("a date such as 2027-06-30", bare, what);
        }

        if (type == typeof(bool?))
        {
            return bare switch
            {
                bool flag => flag,
                SwitchParameter flag => flag.IsPresent,
                string text when bool.TryParse(text.Trim(), out bool flag) => flag,
                _ => throw Expected("true or false", bare, what),
            };
        }

        if (type == typeof(int?))
        {
            return NumberBinder.Whole(bare) ?? throw Expected("a whole number", bare, what);
        }

        return NumberBinder.Read(bare) ?? throw Expected("a number", bare, what);
    }

    private static IList List(object? value, object bare, Type listType, string what)
    {
        Type itemType = listType.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(listType)!;
        IEnumerable items = bare is IEnumerable many and not string and not IDictionary ? many : new[] { value };
        foreach (object? item in items)
        {
            if (itemType == typeof(CartParticipant) && Bare(item) is IDictionary map && !map.Keys.Cast<object>().Any(IsKey))
            {
                foreach (DictionaryEntry pair in map)
                {
                    AddParticipants(list, ProvisioningContext.Text(pair.Key), pair.Value);
                }
            }
            else if (Bare(item) is { } present && !(present is string blank && string.IsNullOrWhiteSpace(blank)))
            {
                list.Add(itemType == typeof(string) ? ProvisioningContext.Text(Bare(item)!) : Model(item, itemType, what));
            }
        }

        return list;
    }

    // @{ transaction_reseller = '5357564' } is how a person writes participants.
    private static void AddParticipants(IList list, string part, object? ids)
    {
        foreach (object? id in Bare(ids) is IEnumerable many and not string ? many : new[] { ids })
        {
            if (Bare(id) is { } present)
            {
                list.Add(new CartParticipant(part, ProvisioningContext.Text(present)));
            }
        }
    }

    private static bool IsKey(object name) => string.Equals(ProvisioningContext.Text(name), "key", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, object? Value)> Members(object? value, string what)
    {
        switch (Bare(value))
        {
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    yield return (ProvisioningContext.Text(entry.Key), entry.Value);
                }

                break;
            case null or string or ValueType or IEnumerable:
                string found = Bare(value) is { } bare ? $"'{bare}' ({bare.GetType().Name})" : "nothing";
                throw PartnerException.InvalidInput($"{found} is not {what}. A hashtable, a PSCustomObject or an object of the module is expected.");
            default:
                foreach (PSPropertyInfo property in PSObject.AsPSObject(value!).Properties)
                {
                    if (property.IsGettable)
                    {
                        yield return (property.Name, property.Value);
                    }
                }

                break;
        }
    }

    private static string Suggestion(string name, Type type)
    {
        List<string> names = type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).Select(p => p.Name).ToList();
        string? near = names
            .Select(n => (Name: n, Distance: NearestText.Distance(n.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= 3)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
        return near != null ? $"Did you mean {near}?" : $"Its members are {string.Join(", ", names)}.";
    }

    private static PartnerException Expected(string expected, object bare, string what) =>
        PartnerException.InvalidInput($"'{ProvisioningContext.Text(bare)}' cannot be the {what}: {expected} is expected.");

    // PSCustomObject stays wrapped: its members live on the wrapper.
    private static object? Bare(object? value) => value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
}
