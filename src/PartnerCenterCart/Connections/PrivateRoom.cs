using System;
using System.Collections.Concurrent;
using System.IO;
using System.Reflection;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Loads the network room and all it needs where nobody else sees it, so that other versions of the same libraries in the
/// session (Az brings its own) neither disturb it nor are disturbed. Nothing that loads in the default context refers to
/// it at compile time.
/// </summary>
internal static class PrivateRoom
{
    private const string Entry = "PartnerCenterCart.Http";
    private static readonly Lazy<Assembly> Room = new(Load);
    private static readonly Lazy<Type> TransportType = new(() => Room.Value.GetType(Entry + ".HttpTransport", throwOnError: true)!);
    private static readonly Lazy<ISignInFactory> Factory = new(() => (ISignInFactory)Make(Room.Value.GetType(Entry + ".SignInFactory", throwOnError: true)!));

    /// <summary>Everything about signing in; its library is loaded by the first use.</summary>
    public static ISignInFactory SignIn => Factory.Value;

    /// <summary>Comma-separated text; its library is loaded by the first use of the room.</summary>
    public static IDelimitedText Text => (IDelimitedText)Make(Room.Value.GetType(Entry + ".DelimitedText", throwOnError: true)!);

    public static IPartnerTransport CreateTransport(TransportOptions options) => (IPartnerTransport)Make(TransportType.Value, options);

    private static object Make(Type type, params object[] arguments)
    {
        try
        {
            return Activator.CreateInstance(type, arguments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException != null)
        {
            throw e.InnerException;
        }
    }

    private static Assembly Load()
    {
        string module = Path.GetDirectoryName(typeof(PrivateRoom).Assembly.Location)!;

        // .NET Framework has no load contexts, so the type itself tells the editions apart.
        Type? contextType = Type.GetType("System.Runtime.Loader.AssemblyLoadContext, System.Runtime.Loader")
            ?? typeof(object).Assembly.GetType("System.Runtime.Loader.AssemblyLoadContext");
        return contextType == null
            ? LoadOnDesktop(Path.Combine(module, "http", "desktop"))
            : LoadInContext(contextType, Path.Combine(module, "http", "core"));
    }

    private static Assembly LoadInContext(Type contextType, string folder)
    {
        object context = Activator.CreateInstance(contextType, Entry, false)!;
        var load = (Func<string, Assembly>)contextType.GetMethod("LoadFromAssemblyPath")!.CreateDelegate(typeof(Func<string, Assembly>), context);

        // All of them before first use: a context asks the default one for what it does not hold itself.
        Assembly? entry = null;
        foreach (string file in Directory.GetFiles(folder, "*.dll"))
        {
            Assembly loaded = load(file);
            entry = loaded.GetName().Name == Entry ? loaded : entry;
        }

        return entry ?? throw new FileNotFoundException("The module is incomplete: install it again.", Path.Combine(folder, Entry + ".dll"));
    }

    private static Assembly LoadOnDesktop(string folder)
    {
        var loaded = new ConcurrentDictionary<string, Assembly>(StringComparer.OrdinalIgnoreCase);
        Assembly? FromFolder(string name)
        {
            // Core is the module's own, already loaded; a second copy would be a second, foreign Cart type.
            Assembly core = typeof(IPartnerTransport).Assembly;
            if (name == core.GetName().Name)
            {
                return core;
            }

            string file = Path.Combine(folder, name + ".dll");
            return File.Exists(file) ? loaded.GetOrAdd(name, _ => Assembly.LoadFile(file)) : null;
        }

        // Answers only what assemblies of this folder ask for; everybody else's requests go on as if this were not here.
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
            request.RequestingAssembly is { } asking && !asking.IsDynamic && asking.Location.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
                ? FromFolder(new AssemblyName(request.Name).Name!)
                : null;
        return FromFolder(Entry) ?? throw new FileNotFoundException("The module is incomplete: install it again.", Path.Combine(folder, Entry + ".dll"));
    }
}
