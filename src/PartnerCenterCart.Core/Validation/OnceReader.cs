using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Asks for each thing once in a validation, however many lines want to know; a refusal is remembered, too.</summary>
internal sealed class OnceReader
{
    private readonly Dictionary<string, Task> known = new(StringComparer.OrdinalIgnoreCase);

    public Task<T> ReadAsync<T>(string key, Func<Task<T>> read)
    {
        if (!known.TryGetValue(key, out Task? task))
        {
            known[key] = task = read();
        }

        return (Task<T>)task;
    }
}
