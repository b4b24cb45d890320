using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>A call of a bulk run that waits for the service to come back.</summary>
internal sealed class PausedCall
{
    private readonly TaskCompletionSource<bool> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken left;
    private readonly HttpCall call;
    private readonly Func<CancellationToken, Task<bool>> look;

    /// <param name="call">What waits.</param>
    /// <param name="look">A plain read with the call's own connection: whether the service answers it.</param>
    /// <param name="left">Says that nobody waits for the call any more.</param>
    public PausedCall(HttpCall call, Func<CancellationToken, Task<bool>> look, CancellationToken left)
    {
        this.call = call;
        this.look = look;
        this.left = left;
        Try = call.Try + 1;
    }

    public PartnerRequest Request => call.Request;

    /// <summary>The try that waits.</summary>
    public int Try { get; }

    /// <summary>When the run has paused long enough.</summary>
    public DateTimeOffset Deadline { get; set; }

    /// <summary>True for the one that goes to look.</summary>
    public Task<bool> Task => end.Task;

    /// <summary>False when nobody waits for it any more, or when the look itself fails.</summary>
    public async Task<bool> LookAsync()
    {
        try
        {
            return await look(left).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>False when it was given up meanwhile.</summary>
    public bool Release(bool isLook) => end.TrySetResult(isLook);

    public void Fail(PartnerException last)
    {
        string pause = (Request.Context.MaximumPause ?? TimeSpan.Zero).ToString("c", System.Globalization.CultureInfo.InvariantCulture);
        end.TrySetException(Fault.Lost(
            PartnerErrorKind.ServiceDown, Request, $"the service is down, and the run has paused for {pause}; the last failure was {last.Kind}{(last.StatusCode is { } status ? " " + status : string.Empty)}", last, true));
    }

    public void GiveUp() => end.TrySetCanceled();
}
