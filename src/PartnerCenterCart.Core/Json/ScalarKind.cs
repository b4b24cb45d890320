using System;

namespace PartnerCenterCart.Json;

/// <summary>The scalar types that resources use. Everything is nullable, because the service may leave anything out.</summary>
internal static class ScalarKind
{
    public static bool IsScalar(Type type) =>
        type == typeof(string) || type == typeof(int?) || type == typeof(decimal?) || type == typeof(bool?) || type == typeof(DateTimeOffset?);
}
