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

    /// <param name="time">Waits between tries.</param>
    /// <param name="closed">Says that no further try makes sense.</param>
    public static ResiliencePipeline Create(TimeProvider time, CancellationToken closed)
    {
        var options = new RetryStrategyOptions
        {
            // More than the rule ever allows, so that the rule alone decides.
            MaxRetryAttempts = RetryRule.MaximumTries,
            ShouldHandle = args => new ValueTask<bool>(
                args.Outcome.Exception is PartnerException failure
                && !closed.IsCancellationRequested
                && CallOf(args.Context) is var call
                && RetryRule.ShouldRetry(call.Request, failure, call.Try)),
            DelayGenerator = static args => new ValueTask<TimeSpan?>(
                (args.Outcome.Exception as PartnerException)?.RetryAfter ?? BackOff(args.AttemptNumber)),
            OnRetry = static args =>
            {
                HttpCall call = CallOf(args.Context);
                var failure = (PartnerException)args.Outcome.Exception!;
                call.EarlierTryMayHaveWorked |= RetryRule.LeavesOutcomeOpen(failure);

                // Before the wait, which may be long: the service can ask for minutes.
                call.Request.Context.Observer?.Note(CallNote.Waiting(call.Request, call.Try, args.RetryDelay, failure));
                return default;
            },
        };
        return new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(options).Build();
    }

    /// <param name="retry">Counted from 0.</param>
    private static TimeSpan BackOff(int retry)
    {
        double factor = Math.Pow(2, retry) * (1 - Spread + (2 * Spread * NextRandom()));
        return TimeSpan.FromTicks((long)(RetryRule.BaseDelay.Ticks * factor));
    }

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
