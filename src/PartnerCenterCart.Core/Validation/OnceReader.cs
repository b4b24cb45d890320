using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Asks for each thing once, however many lines and threads want to know. A failure is no fact: it is asked for again.</summary>
internal sealed class OnceReader
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> known = new(StringComparer.OrdinalIgnoreCase);

    public async Task<T> ReadAsync<T>(string key, Func<Task<T>> read)
    {
        Lazy<Task> fact = known.GetOrAdd(key, _ => new Lazy<Task>(read));
        try
        {
            return await ((Task<T>)fact.Value).ConfigureAwait(false);
        }
        catch
        {
            known.TryRemove(key, out _);
            throw;
        }
    }
}
