using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Asks for an export and waits until its manifest is there; the waits run on the connection's clock.</summary>
internal sealed class ReconciliationWaiter
{
    private const double Growth = 1.5;

    // Each of them was tried several times already; a network that stays away is an error, not a slow export.
    private const int MostFailedLooks = 5;

    private readonly ReconciliationOperations operations;
    private readonly ReconciliationWaitOptions options;

    public ReconciliationWaiter(ReconciliationOperations operations, ReconciliationWaitOptions options)
    {
        this.operations = operations;
        this.options = options;
        if (options.Timeout < TimeSpan.Zero || options.PollingInterval <= TimeSpan.Zero)
        {
            throw PartnerException.InvalidInput("A time-out is 0 or more, and a polling interval more than 0.");
        }
    }

    /// <param name="request">What is asked for.</param>
    /// <param name="memory">Knows the export that an earlier run began, and is told of the one that is begun; null remembers nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ReconciliationManifest> RunAsync(ReconciliationRequest request, ExportMemory? memory, CancellationToken cancellationToken)
    {
        if (await ResumedAsync(memory, cancellationToken).ConfigureAwait(false) is { } begun)
        {
            try
            {
                return await WaitAsync(request, begun, cancellationToken).ConfigureAwait(false);
            }
            catch (PartnerException e) when (IsGone(e))
            {
                // Its manifest is not kept any more.
            }
        }

        ReconciliationExport export = await operations.StartAsync(request, cancellationToken).ConfigureAwait(false);
        memory?.Remember(export.Id!, operations.Clock.UtcNow);
        return await WaitAsync(request, export, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The export of a run that ended early, if the service still has it.</summary>
    private async Task<ReconciliationExport?> ResumedAsync(ExportMemory? memory, CancellationToken cancellationToken)
    {
        if (memory?.Recall(operations.Clock.UtcNow) is not { } id)
        {
            return null;
        }

        try
        {
            ReconciliationExport export = await operations.GetExportAsync(id, cancellationToken).ConfigureAwait(false);
            return export.HasFailed ? null : export;
        }
        catch (PartnerException e) when (IsGone(e))
        {
            return null;
        }
    }

    private async Task<ReconciliationManifest> WaitAsync(ReconciliationRequest request, ReconciliationExport export, CancellationToken cancellationToken)
    {
        IClock clock = operations.Clock;
        DateTimeOffset start = clock.UtcNow;
        DateTimeOffset deadline = DateTimeOffset.MaxValue - start > options.Timeout ? start + options.Timeout : DateTimeOffset.MaxValue;
        TimeSpan interval = options.PollingInterval;
        TimeSpan? asked = export.RetryAfter;
        int failed = 0;
        while (true)
        {
            if (export.HasFailed)
            {
                throw Fault.OperationFailed(export.Request!, export.Error?.Code, export.Error?.Message, null);
            }

            if (export.HasSucceeded)
            {
                return await operations.ManifestOfAsync(export, cancellationToken).ConfigureAwait(false);
            }

            DateTimeOffset now = clock.UtcNow;
            if (now >= deadline)
            {
                throw TimedOut(request, export);
            }

            // The last look is at the deadline itself.
            TimeSpan pause = asked > TimeSpan.Zero ? asked.Value : interval;
            await clock.DelayAsync(deadline - now < pause ? deadline - now : pause, cancellationToken).ConfigureAwait(false);
            interval = TimeSpan.FromTicks(Math.Min((long)(interval.Ticks * Growth), Math.Max(options.MaximumInterval.Ticks, options.PollingInterval.Ticks)));
            try
            {
                export = await operations.GetExportAsync(export.Id!, cancellationToken).ConfigureAwait(false);
                asked = export.RetryAfter;
                failed = 0;
                options.Progress?.Invoke(export.Status ?? "running");
            }
            catch (PartnerException e) when (IsPassing(e) && ++failed < MostFailedLooks)
            {
                asked = e.RetryAfter;
            }
        }
    }

    private static bool IsGone(PartnerException failure) =>
        failure.Kind is PartnerErrorKind.NotFound or PartnerErrorKind.BadRequest && failure.ServiceCode != ServiceCodes.NoReconciliationData;

    private static bool IsPassing(PartnerException failure) =>
        failure.Kind is PartnerErrorKind.Throttled or PartnerErrorKind.ServiceError or PartnerErrorKind.Timeout
            or PartnerErrorKind.ConnectionFailed or PartnerErrorKind.UnreadableAnswer;

    private PartnerException TimedOut(ReconciliationRequest request, ReconciliationExport export) =>
        Fault.Lost(
            PartnerErrorKind.Timeout, export.Request!, $"the export of {request.Title} was not ready within {options.Timeout:c}; seen last: {export.Status ?? "nothing"}", null, false, "The service goes on with it: run the command again later, or with a longer -Timeout.");
}
