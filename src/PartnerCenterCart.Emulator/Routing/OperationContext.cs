using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>One request on its way through an operation.</summary>
internal sealed class OperationContext(EmulatorState state, EmulatorRequest request, RouteMatch match, RequestTarget target, DateTimeOffset now, EmulatorSettings settings)
{
    private CustomerRecord? customer;

    public EmulatorState State { get; } = state;

    public EmulatorRequest Request { get; } = request;

    public RequestTarget Target { get; } = target;

    public QueryValues Query => Target.Query;

    /// <summary>One moment for the whole request.</summary>
    public DateTimeOffset Now { get; } = now;

    public EmulatorSettings Settings { get; } = settings;

    /// <summary>Which issue of availability ids is valid at this moment.</summary>
    public long Issue => Settings.IssueAt(Now);

    /// <summary>The fault that a test set for this request, where it changes the work and not the answer.</summary>
    public FaultRule? Fault { get; init; }

    /// <summary>Where the answer is kept for a repeat; null when the request has no MS-RequestId or the operation is not replayed.</summary>
    public string? ReplayKey { get; init; }

    public CustomerRecord Customer => customer ??= CustomerGuard.Find(State, Value("customerId"));

    public string Value(string name) => match.Values[name];

    /// <summary>Keeps what the operation did and its answer in one step: a repeat after any interruption finds both or neither.</summary>
    public EmulatorResponse Commit(EmulatorResponse answer, IEnumerable<object> changes)
    {
        List<StateChange> step = changes.Select(StateChange.Of).ToList();
        if (ReplayKey is not null)
        {
            step.Add(StateChange.Of(new Replay(ReplayKey, Now, answer.Status, WireJson.Utf8.GetString(answer.Body))));
        }

        State.Commit(step);
        return answer;
    }
}
