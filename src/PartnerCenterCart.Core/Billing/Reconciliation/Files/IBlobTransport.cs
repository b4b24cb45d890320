using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Fetches files that are not the service's own: no token goes there, and the query of the address is a secret.</summary>
internal interface IBlobTransport
{
    /// <summary>Hands the answer, whatever its status, to <paramref name="read"/> while its body is still coming.</summary>
    Task<T> GetAsync<T>(Uri address, IReadOnlyDictionary<string, string> headers, string purpose, Func<PartnerAnswer, Task<T>> read, CancellationToken cancellationToken);
}
