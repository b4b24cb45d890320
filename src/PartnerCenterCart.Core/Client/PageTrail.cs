using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// The pages of a list that were asked for. The same page may be asked for again, after a failure or for a second look;
/// but it cannot be its own successor.
/// </summary>
internal sealed class PageTrail
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public void ThrowInACircle(PartnerRequest request, int number)
    {
        string key = request.Path + "\n" + string.Join("\n", request.Headers.Select(h => h.Key + ":" + h.Value));
        lock (numbers)
        {
            if (numbers.TryGetValue(key, out int before) && before != number)
            {
                throw Fault.Lost(PartnerErrorKind.UnreadableAnswer, request, "the service named a page as the next one that was read before, so the list would never end", null, false);
            }

            numbers[key] = number;
        }
    }
}
