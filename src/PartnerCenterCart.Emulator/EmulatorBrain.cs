using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Emulation;

/// <summary>The one brain behind all doors: request in, answer out. Faults come first, as a gateway's would; then sign-in, limits, repeats, work.</summary>
internal sealed class EmulatorBrain : IDisposable
{
    private readonly EmulatorOptions options;
    private readonly RouteTable routes;
    private readonly StripedLock replayLocks = new();
    private readonly RequestThrottle throttle = new();
    private readonly ControlRoutes control;
    private EmulatorSettings settings;

    public EmulatorBrain(EmulatorOptions options)
    {
        this.options = options;
        settings = EmulatorSettings.From(options);
        Clock = new EmulatorClock(options.StartTime);
        State = new EmulatorState(options.StatePath is null ? new MemoryOnlyLog() : new FileStateLog(options.StatePath), Clock);
        Log = new RequestLog(options.RequestLogCapacity);
        var cartLocks = new StripedLock();
        Catalog = new CatalogIndex();
        var book = new InvoiceBook(Catalog);
        var exports = new ExportData(book, Catalog);
        routes = new RouteTable(
        [
            .. new CartOperations(Catalog, cartLocks).Operations(),
            .. new CheckoutOperation(Catalog, cartLocks).Operations(),
            .. OrderOperations.Operations(),
            .. new OrderChanges(Catalog).Operations(),
            .. new OrderFollowUp(Catalog).Operations(),
            .. OrderAttachments.Operations(),
            .. new EntitlementOperations(Catalog).Operations(),
            // Before the paths with an invoice id, which they look like.
            .. new SummaryOperations(book).Operations(),
            .. EstimateLinks.Operations(),
            .. new UnbilledLines(Catalog).Operations(),
            .. new InvoiceOperations(book).Operations(),
            .. new LineItemOperations(book).Operations(),
            .. new StatementOperations(book).Operations(),
            .. new ExportOperations(exports).Operations(),
            .. new BlobOperation(exports).Operations(),
            .. CustomerOperations.Operations(),
            .. CatalogOperations.ByCountry(Catalog).Operations(),
            .. CatalogOperations.ByCustomer(Catalog).Operations(),
            .. new InventoryOperation(Catalog).Operations(),
            .. new PromotionOperations(Catalog).Operations(),
            .. new SubscriptionOperations(Catalog).Operations(),
            .. new SubscriptionChanges(Catalog).Operations(),
            .. AgreementOperations.Operations(),
            .. new AgreementConfirm().Operations(),
        ]);
        control = new ControlRoutes(this);
    }

    public EmulatorClock Clock { get; }

    public EmulatorState State { get; }

    public CatalogIndex Catalog { get; }

    public FaultBook Faults { get; } = new();

    public RequestLog Log { get; }

    public RouteTable Routes => routes;

    public EmulatorSettings Settings
    {
        get => Volatile.Read(ref settings);
        set => Volatile.Write(ref settings, value);
    }

    public async Task<EmulatorResponse> HandleAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RequestTarget target = RequestTarget.Parse(request.Target);
        if (ControlRoutes.Owns(target))
        {
            return control.Answer(request, target);
        }

        RouteMatch match = routes.Match(request.Method, target);
        LoggedRequest entry = Log.Add(request, target, match.Operation?.Id, Clock.Now);
        FaultRule? fault = Faults.Take(match.Operation?.Id);
        if (fault is { DelaySeconds: > 0 })
        {
            await Task.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), cancellationToken).ConfigureAwait(false);
        }

        EmulatorResponse answer = WithFault(fault, request, target, match);
        if (answer.TransportFault != TransportFault.ConnectionReset)
        {
            entry.Status = answer.Status;
        }

        return answer;
    }

    public void Advance(TimeSpan time)
    {
        Clock.Advance(time);
        State.Commit(StateChange.Of(new ClockOffset(Clock.Offset.TotalSeconds)));
    }

    public void Reset()
    {
        Settings = EmulatorSettings.From(options);
        Faults.Clear();
        Log.Clear();
        throttle.Clear();
        Clock.Offset = TimeSpan.Zero;
        State.Reset();
    }

    public void Dispose() => State.Dispose();

    private EmulatorResponse WithFault(FaultRule? fault, EmulatorRequest request, RequestTarget target, RouteMatch match)
    {
        if (fault is null)
        {
            return Distortion.Mark(SignIn.Tell(ResponseHeaders.Echo(Serve(request, target, match, null), request), request), Settings.ByteOrderMark);
        }

        if (fault.ResetConnection == "before")
        {
            return EmulatorResponse.ConnectionReset();
        }

        bool works = !fault.IsFailure || fault.ApplyWork || fault.ResetConnection == "after";
        EmulatorResponse? served = works ? Serve(request, target, match, fault) : null;
        if (fault.ResetConnection == "after")
        {
            return EmulatorResponse.ConnectionReset();
        }

        EmulatorResponse answer = fault.IsFailure ? FaultAnswer.Of(fault, ServiceApi.Of(target)) : served!;
        answer = Distortion.Apply(ResponseHeaders.Echo(answer, request), fault);
        answer = Distortion.Mark(answer, fault.ByteOrderMark ?? Settings.ByteOrderMark);
        return fault.TruncateBody ? answer.Truncated() : answer;
    }

    private EmulatorResponse Serve(EmulatorRequest request, RequestTarget target, RouteMatch match, FaultRule? fault)
    {
        ServiceApi api = ServiceApi.Of(target);
        try
        {
            if (api != ServiceApi.PartnerCenter)
            {
                return ServeOther(api, request, target, match, fault);
            }

            if (!SignIn.HasToken(request))
            {
                return SignIn.Refused();
            }

            if (SignIn.Refuse(request, match.Operation, Settings, Clock.Now) is { } refusal)
            {
                return refusal;
            }

            if (match.Operation is not { } operation)
            {
                // The contract has no code for a wrong method; an empty body with Allow is one of its failure forms.
                return match.AllowedMethods is { } methods ? EmulatorResponse.Empty(405).With("Allow", methods) : throw new ServiceFault("1000");
            }

            return Serve(operation, request, target, match, fault);
        }
        catch (ServiceFault refused)
        {
            return FaultBodies.From(refused);
        }
    }

    private EmulatorResponse ServeOther(ServiceApi api, EmulatorRequest request, RequestTarget target, RouteMatch match, FaultRule? fault)
    {
        if (api == ServiceApi.Blobs)
        {
            return match.Operation is { } blob ? Serve(blob, request, target, match, fault) : BlobOperation.Error(404, "ResourceNotFound", "The specified resource does not exist.");
        }

        try
        {
            GraphSignIn.Check(request, Settings, Clock.Now);
            Operation operation = match.Operation ?? throw new GraphFault(match.AllowedMethods is null ? 404 : 405, "ResourceNotFound", "There is no such resource or method.");
            return GraphBodies.Echo(Serve(operation, request, target, match, fault), request);
        }
        catch (GraphFault refused)
        {
            return GraphBodies.Echo(GraphBodies.Error(refused.Status, refused.Code, refused.Message), request);
        }
    }

    private EmulatorResponse Serve(Operation operation, EmulatorRequest request, RequestTarget target, RouteMatch match, FaultRule? fault)
    {
        DateTimeOffset now = Clock.Now;
        EmulatorSettings current = Settings;
        if (current.AppOnly && operation.Credential == Credential.UserOnly)
        {
            throw new ServiceFault("900329");
        }

        string customer = match.Values.TryGetValue("customerId", out string? id) ? id : string.Empty;
        if (operation.IsThrottled && throttle.Refuse(customer + "/" + operation.Area, current.RequestsPerMinute, now) is { } refusal)
        {
            return refusal;
        }

        string? replayKey = operation.IsReplayed && ResponseHeaders.Sent(request, ResponseHeaders.RequestId) is { } requestId
            ? operation.Id + " " + string.Join("/", match.Values.Values).ToUpperInvariant() + " " + requestId.ToUpperInvariant()
            : null;
        var context = new OperationContext(State, request, match, target, now, current) { Fault = fault, ReplayKey = replayKey };
        if (replayKey is null)
        {
            return operation.Answer(context);
        }

        // A repeat that arrives while the first attempt still runs waits for it.
        lock (replayLocks[replayKey])
        {
            return State.Replay(replayKey) is { } first
                ? new EmulatorResponse(first.Status, WireJson.Utf8.GetBytes(first.Body), EmulatorResponse.JsonType)
                : operation.Answer(context);
        }
    }
}
