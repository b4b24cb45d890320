using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Waits for what the service still prepares: it answers 204 with Retry-After until it is there (contract: newer-facts.md).
/// </summary>
internal static class NotReady
{
    /// <summary>How long is waited in all.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private const int NoContent = 204;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>Asks until there is something to read, or no more than an empty answer.</summary>
    /// <param name="sender">Sends, and has the clock.</param>
    /// <param name="newRequest">Makes the request of each look.</param>
    /// <param name="read">Reads the answer, which may be empty.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PartnerException">Timeout, when it is still not there.</exception>
    public static async Task<T> WaitAsync<T>(CallSender sender, Func<PartnerRequest> newRequest, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        DateTimeOffset end = sender.Clock.UtcNow + Longest;
        for (int look = 1; ; look++)
        {
            PartnerRequest request = newRequest();
            (T? value, TimeSpan? asked) = await sender.SendAsync(
                request,
                answer => answer.StatusCode == NoContent && Fault.RetryAfter(answer, sender.Clock.UtcNow) is { } wait ? (default(T), wait) : (read(answer), default(TimeSpan?)),
                cancellationToken).ConfigureAwait(false);
            if (asked is not { } pause)
            {
                return value!;
            }

            pause = pause < ShortestWait ? ShortestWait : pause;
            PartnerException failure = Fault.Lost(PartnerErrorKind.Timeout, request, Words(), null, false, "Run it again later; the service prepares large sets of rows in the background.");
            if (sender.Clock.UtcNow + pause > end)
            {
                throw failure;
            }

            request.Context.Observer?.Note(CallNote.Waiting(request, look, pause, failure));
            await sender.Clock.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Words() =>
        string.Format(CultureInfo.InvariantCulture, "the service is still preparing the data, and more than {0:0} minutes are not waited for it", Longest.TotalMinutes);
}
