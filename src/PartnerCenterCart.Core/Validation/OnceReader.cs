using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Asks for each thing once, however many lines want to know. Thread-safe, because the rows of a plan are checked at the same time.</summary>
internal sealed class OnceReader
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool remembersFailures;

    /// <param name="remembersFailures">
    /// Whether a refusal is an answer, too, as it is within one validation. What outlives one must not keep what failed in passing.
    /// </param>
    public OnceReader(bool remembersFailures = true) => this.remembersFailures = remembersFailures;

    public async Task<T> ReadAsync<T>(string key, Func<Task<T>> read)
    {
        Lazy<Task> task = known.GetOrAdd(key, _ => new Lazy<Task>(read));
        try
        {
            return await ((Task<T>)task.Value).ConfigureAwait(false);
        }
        catch when (!remembersFailures)
        {
            known.TryRemove(key, out _);
            throw;
        }
    }
}
