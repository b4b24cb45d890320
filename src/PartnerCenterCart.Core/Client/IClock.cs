using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Time as a connection sees it: the system's, or that of an emulator, whose waits take no time.</summary>
public interface IClock
{
    /// <summary>Now, in UTC.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Waits; throws <see cref="OperationCanceledException"/> when cancelled.</summary>
    Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken);
}
