// The compiler needs this type for init-only members; frameworks before .NET 5 do not have it.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit
{
}
