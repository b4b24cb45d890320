using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Polly;

namespace PartnerCenterCart.Http;

/// <summary>
/// Sends the requests of one connection over HTTP. Each try is a fresh message whose whole answer is received within the
/// try, so that a broken body counts as a failed try and not as a half-read resource. Thread-safe; with other transports it
/// shares the limits of the partner tenant alone (<see cref="TenantTraffic"/>). After <see cref="Dispose"/> every call, running or
/// new, ends in a <see cref="PartnerException"/>.
/// </summary>
public sealed class HttpTransport : IPartnerTransport
{
    private const int Refused = 401;

    private readonly HttpClient client;
    private readonly HttpRequestBuilder builder;
    private readonly AnswerReader reader;
    private readonly TokenReader tokens;
    private readonly ResiliencePipeline retry;
    private readonly TrafficSource traffic;
    private readonly IClock clock;
    private readonly TimeSpan tryTimeout;
    private readonly TimeProvider realTime;
    private readonly CancellationTokenSource closing = new();
    private readonly CancellationToken closed;

    /// <summary>A transport for one connection; it disposes of <see cref="TransportOptions.Handler"/>.</summary>
    /// <exception cref="ArgumentException">The endpoint is no http or https address, or the timeout is not above zero.</exception>
    public HttpTransport(TransportOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <summary>
    /// The timeout of a try always runs on real time: an emulator's clock jumps, and a jump is no slow answer. The waits
    /// between tries run on the connection's clock.
    /// </summary>
    internal HttpTransport(TransportOptions options, TimeProvider realTime, TrafficSource? traffic = null)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        if (options.TryTimeout <= TimeSpan.Zero && options.TryTimeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException("The timeout of a try must be above zero.", nameof(options));
        }

        builder = new HttpRequestBuilder(options.Endpoint, options.GraphEndpoint, options.ClientName);
        tokens = new TokenReader(options.TokenSource, hasOneEndpoint: options.Endpoint == options.GraphEndpoint);
        reader = new AnswerReader(declaredLengthIsTrue: options.Handler != null);
        tryTimeout = options.TryTimeout;
        this.realTime = realTime;
        closed = closing.Token;
        clock = options.Clock;
        this.traffic = traffic ?? new TrafficSource(options, TrafficRegistry.OfProcess);
        retry = RetryPipeline.Create(new ClockTimeProvider(options.Clock, closed), GoesOnAsync, closed);
        client = new HttpClient(options.Handler ?? NetworkHandler.Create(options.Endpoint), disposeHandler: true)
        {
            // Each try has its own timeout, which can be told apart from the caller's cancellation.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <inheritdoc/>
    public async Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        if (request == null || read == null)
        {
            throw new ArgumentNullException(request == null ? nameof(request) : nameof(read));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var call = new HttpCall(request, builder.Address(request), request.NeedsToken ? traffic.Current : null);
        ResilienceContext context = ResilienceContextPool.Shared.Get(false, cancellationToken);
        context.Properties.Set(RetryPipeline.Call, call);
        try
        {
            return await retry.ExecuteAsync(
                static (context, state) => state.Transport.TryAsync(state.Call, state.Read, context.CancellationToken),
                context,
                (Transport: this, Call: call, Read: read)).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested && e.CancellationToken != cancellationToken)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (PartnerException e) when (RetryRule.Final(request, e, call.EarlierTryMayHaveWorked) is var final && final != e)
        {
            throw final;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Closes the connection; calls that run or wait end at once.</summary>
    public void Dispose()
    {
        if (closed.IsCancellationRequested)
        {
            return;
        }

        closing.Cancel();
        client.Dispose();
        closing.Dispose();
    }

    private async ValueTask<T> TryAsync<T>(HttpCall call, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        if (closed.IsCancellationRequested)
        {
            throw NetworkFailure.Closed(call.Request, nothingWasDone: true, null);
        }

        if (call.Traffic is not { } shared)
        {
            T told = await AttemptAsync(call, read, cancellationToken).ConfigureAwait(false);
            if (call.Request.IsWrite)
            {
                // A tester has changed the emulator: what was seen of it before must not hold up what is tested next.
                traffic.Current.Forget();
            }

            return told;
        }

        bool isLook = false;
        try
        {
            isLook = call.MayPause && shared.Circuit.IsDown
                && await shared.Circuit.PassAsync(call, stop => LookAsync(call, stop), closed, cancellationToken).ConfigureAwait(false);
            using Pass pass = await shared.LaneOf(call.Request.Operation).EnterAsync(call, closed, cancellationToken).ConfigureAwait(false);
            call.IsHoldAnnounced = false;
            try
            {
                T result = await AttemptAsync(call, read, cancellationToken).ConfigureAwait(false);
                Report(call, pass, null);
                return result;
            }
            catch (PartnerException e)
            {
                Report(call, pass, e);
                throw;
            }
        }
        catch (OperationCanceledException e) when (closed.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw NetworkFailure.Closed(call.Request, nothingWasDone: true, e);
        }
        finally
        {
            if (isLook)
            {
                shared.Circuit.LookedInVain();
            }
        }
    }

    /// <summary>Tells those who share the tenant's limits how a try ended.</summary>
    private void Report(HttpCall call, Pass pass, PartnerException? failure)
    {
        Circuit circuit = call.Traffic!.Circuit;
        if (failure is { Kind: PartnerErrorKind.Throttled, StatusCode: not null })
        {
            call.Wait = failure.RetryAfter ?? RetryPipeline.BackOff(call.Retries);
            call.ThrottledSince ??= clock.UtcNow;
            pass.Refused(call.Wait);
            circuit.Worked();
        }
        else if (failure != null && Circuit.LooksDown(failure))
        {
            if (!closed.IsCancellationRequested)
            {
                circuit.Failed(call, failure);
            }
        }
        else if (failure is not { StatusCode: null })
        {
            call.ThrottledSince = null;
            pass.Took();
            circuit.Worked();
        }
    }

    /// <summary>
    /// The calls of a bulk run outlast what ends a single one: being one too many, and a service that is down. Before a call that ran out
    /// of tries says so, a plain read tells whether it is the service or the call.
    /// </summary>
    private async ValueTask<bool> GoesOnAsync(HttpCall call, PartnerException failure, CancellationToken cancellationToken)
    {
        if (!call.MayPause || !RetryRule.ShouldRetry(call.Request, failure, 1))
        {
            return false;
        }

        if (failure.Kind == PartnerErrorKind.Throttled)
        {
            return clock.UtcNow - call.ThrottledSince < call.Request.Context.MaximumPause;
        }

        if (!Circuit.LooksDown(failure))
        {
            return false;
        }

        Circuit circuit = call.Traffic!.Circuit;
        if (!circuit.IsDown && await LookAsync(call, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        circuit.Open(failure);
        return true;
    }

    /// <summary>Whether the service answers a small read that changes nothing; the run's observer sees it like any call.</summary>
    private async Task<bool> LookAsync(HttpCall call, CancellationToken cancellationToken)
    {
        PartnerRequest request = ConnectionCheck.Look(call.Request.Context);
        var look = new HttpCall(request, builder.Address(request), null);
        try
        {
            return await AttemptAsync(look, static answer => answer.StatusCode is < 500 and not 408, cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e)
        {
            return !Circuit.LooksDown(e);
        }
    }

    private async ValueTask<T> AttemptAsync<T>(HttpCall call, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        PartnerRequest request = call.Request;

        // Not under the try's timeout: a person who signs in may take longer.
        string? token = request.NeedsToken ? await tokens.ReadAsync(request, cancellationToken).ConfigureAwait(false) : null;
        PartnerAnswer answer = await SendAsync(call, token, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == Refused && token != null && !call.WasRenewed && Fault.MayFitAnotherToken(answer))
        {
            // Nothing was done, so that every class of request may go again, with the same request id.
            call.WasRenewed = true;
            if (await tokens.RenewAsync(request, token, cancellationToken).ConfigureAwait(false) is { } other)
            {
                token = other;
                answer = await SendAsync(call, token, cancellationToken).ConfigureAwait(false);
            }
        }

        return read(answer);
    }

    /// <summary>Sends one message and receives its answer, whatever the status.</summary>
    private async ValueTask<PartnerAnswer> SendAsync(HttpCall call, string? token, CancellationToken cancellationToken)
    {
        PartnerRequest request = call.Request;
        ICallObserver? observer = request.Context.Observer;
        int number = call.StartTry();
        using HttpRequestMessage message = builder.Build(call, token);
        observer?.Note(CallNote.Sending(request, number, observer.WantsContent ? NoteContent.Of(message, request.Body, token) : null));
        using CancellationTokenSource timeout = TimeoutSource();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, closed);
        long start = Stopwatch.GetTimestamp();
        PartnerAnswer answer;
        try
        {
            answer = await reader.ReadAsync(client, message, call, () => timeout.CancelAfter(tryTimeout), stop.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not PartnerException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PartnerException? lost = closed.IsCancellationRequested ? NetworkFailure.Closed(request, nothingWasDone: false, e)
                : timeout.IsCancellationRequested ? NetworkFailure.Timeout(call, tryTimeout, e)
                : NetworkFailure.From(call, e);
            if (lost == null)
            {
                throw;
            }

            observer?.Note(CallNote.Lost(request, number, Since(start), lost));
            throw lost;
        }

        observer?.Note(CallNote.Answered(request, number, answer.StatusCode, Since(start), observer.WantsContent ? NoteContent.Of(answer, token) : null));
        return NoteContent.WithoutToken(answer, token);
    }

    private static TimeSpan Since(long start) =>
        TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency);

    private CancellationTokenSource TimeoutSource() =>
#if NETFRAMEWORK
        realTime.CreateCancellationTokenSource(tryTimeout);
#else
        new(tryTimeout, realTime);
#endif
}
