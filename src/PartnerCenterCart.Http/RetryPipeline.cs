using System;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace PartnerCenterCart.Http;

/// <summary>Tries again through Polly; what is tried again is for <see cref="RetryRule"/> to say.</summary>
internal static class RetryPipeline
{
    /// <summary>The call that a pipeline runs.</summary>
    public static readonly ResiliencePropertyKey<HttpCall> Call = new("PartnerCenterCart.Call");

    // Each wait is up to a fifth shorter or longer, so that calls which failed together do not come back together.
    private const double Spread = 0.2;

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(60);

    /// <param name="time">Waits between tries.</param>
    /// <param name="goesOn">Whether a call of a bulk run is tried again although the rule has ended.</param>
    /// <param name="closed">Says that no further try makes sense.</param>
    public static ResiliencePipeline Create(TimeProvider time, Func<HttpCall, PartnerException, CancellationToken, ValueTask<bool>> goesOn, CancellationToken closed)
    {
        var options = new RetryStrategyOptions
        {
            // More than the rules ever allow, so that they alone decide.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = args => args.Outcome.Exception is not PartnerException failure || closed.IsCancellationRequested ? new ValueTask<bool>(false)
                : CallOf(args.Context) is var call && RetryRule.ShouldRetry(call.Request, failure, call.Try) ? new ValueTask<bool>(true)
                : goesOn(call, failure, args.Context.CancellationToken),
            DelayGenerator = static args => new ValueTask<TimeSpan?>(Delay(CallOf(args.Context), (PartnerException)args.Outcome.Exception!)),
            OnRetry = static args =>
            {
                HttpCall call = CallOf(args.Context);
                var failure = (PartnerException)args.Outcome.Exception!;
                call.EarlierTryMayHaveWorked |= RetryRule.LeavesOutcomeOpen(failure);
                call.Retries++;
                if (call.Wait > TimeSpan.Zero || !IsPausing(call))
                {
                    // Before the wait, which may be long: the service can ask for minutes.
                    call.Request.Context.Observer?.Note(CallNote.Waiting(call.Request, call.Try, call.Wait, failure));
                    call.IsHoldAnnounced = failure.Kind == PartnerErrorKind.Throttled;
                }

                return default;
            },
        };
        return new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(options).Build();
    }

    /// <summary>How long until the next try, where the service did not say: twice as long each time, up to a minute.</summary>
    /// <param name="retries">How often it was tried again already.</param>
    public static TimeSpan BackOff(int retries)
    {
        double factor = Math.Pow(2, Math.Min(retries, 20)) * (1 - Spread + (2 * Spread * NextRandom()));
        var wait = TimeSpan.FromTicks((long)(RetryRule.BaseDelay.Ticks * factor));
        return wait < LongestBackOff ? wait : LongestBackOff;
    }

    private static TimeSpan Delay(HttpCall call, PartnerException failure)
    {
        if (failure.Kind == PartnerErrorKind.Throttled && call.Traffic != null)
        {
            // The lane has set the wait, and everybody waits for it together.
            return TimeSpan.Zero;
        }

        call.Wait = IsPausing(call) ? TimeSpan.Zero : failure.RetryAfter ?? BackOff(call.Retries);
        return call.Wait;
    }

    // It will wait until somebody has looked whether the service is back.
    private static bool IsPausing(HttpCall call) => call.MayPause && call.Traffic!.Circuit.IsDown;

#if NETFRAMEWORK
    private static readonly Random Random = new();

    private static double NextRandom()
    {
        lock (Random)
        {
            return Random.NextDouble();
        }
    }
#else
    private static double NextRandom() => Random.Shared.NextDouble();
#endif

    private static HttpCall CallOf(ResilienceContext context) => context.Properties.GetValue(Call, null!);
}
