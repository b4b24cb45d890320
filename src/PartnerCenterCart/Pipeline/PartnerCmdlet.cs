using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that calls the service: it has a connection, a stop token and a bridge to the asynchronous core.</summary>
public abstract class PartnerCmdlet : PartnerInputCmdlet, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Guid correlationId = Guid.NewGuid();
    private CallBridge? bridge;
    private PartnerClient? client;

    /// <summary>
    /// <para type="description">A connection from Connect-PartnerCenter -PassThru. Without it the current one is used.</para>
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public PSObject? Connection { get; set; }

    /// <summary>The connection in use.</summary>
    private protected PartnerContext Context { get; private set; } = null!;

    /// <summary>Finds the connection; without one nothing starts.</summary>
    protected override void BeginProcessing()
    {
        if (Given() is not { } context)
        {
            return;
        }

        Context = context;
        bool debug = IsWanted("Debug", "DebugPreference");
        bridge = new CallBridge(Show, IsWanted("Verbose", "VerbosePreference"), debug);
        client = Context.Client.With(new RequestContext(correlationId, Context.Locale, bridge));
    }

    /// <summary>Ends a call that is under way.</summary>
    protected override void StopProcessing() => stop.Cancel();

    /// <summary>False for what can be done without a connection.</summary>
    private protected virtual bool NeedsConnection => true;

    private PartnerContext? Given()
    {
        if (Connection != null)
        {
            return Connection.BaseObject as PartnerContext
                ?? throw Terminating(PartnerException.InvalidInput("-Connection is no connection. What Connect-PartnerCenter -PassThru or Get-PartnerContext returned is expected."));
        }

        return ConnectionStore.Current ?? (NeedsConnection
            ? throw Terminating(new PartnerException(
                PartnerErrorKind.NotConnected,
                "There is no connection to Partner Center. Run Connect-PartnerCenter first: -AccessToken for the service, -Emulator to try things out.")
            {
                RecommendedAction = "Connect-PartnerCenter",
                NothingWasDone = true,
            })
            : null);
    }

    private protected override void ThrowWhatIsDue()
    {
        if (bridge?.Refused is { } refused)
        {
            bridge.Refused = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(refused).Throw();
        }
    }

    /// <summary>Runs one call and shows what happens meanwhile.</summary>
    private protected T Send<T>(Func<PartnerClient, CancellationToken, Task<T>> call)
    {
        CancellationToken token = stop.Token;
        try
        {
            return bridge!.Run(() => call(client!, token), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Waits for its turn; Ctrl+C ends the wait.</summary>
    private protected IDisposable EnterGate(KeyedGate gate, string key)
    {
        try
        {
            return gate.Enter(key, stop.Token);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Runs one call that returns nothing.</summary>
    private protected void Send(Func<PartnerClient, CancellationToken, Task> call) =>
        Send(async (partner, token) =>
        {
            await call(partner, token).ConfigureAwait(false);
            return true;
        });

    /// <summary>Runs one call that writes while it goes on, by posting what is to be done on the pipeline thread.</summary>
    private protected void SendPosting(Func<PartnerClient, Action<Action>, CancellationToken, Task> call)
    {
        // A pipeline that ends early, as Select-Object -First does, ends the call as well.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        try
        {
            bridge!.Run(
                async post =>
                {
                    await call(client!, post, end.Token).ConfigureAwait(false);
                    return true;
                },
                stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            end.Cancel();
        }
    }

    /// <summary>Writes a list row by row; a page is asked for when the rows before it are out.</summary>
    private protected void SendPages<T>(Func<PartnerClient, CancellationToken, Task<Page<T>>> first, Action<T> write)
    {
        for (Page<T>? page = Send(first); page != null; page = page.HasNext ? Send((_, token) => page.NextAsync(token)) : null)
        {
            foreach (T item in page.Items)
            {
                write(item);
            }
        }
    }

    /// <summary>Whether a question or a -WhatIf line will be shown, so that its details are worth a call.</summary>
    private protected bool WillDescribe(ConfirmImpact impact)
    {
        if (IsWanted("WhatIf", "WhatIfPreference"))
        {
            return true;
        }

        if (MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm))
        {
            return LanguagePrimitives.IsTrue(confirm);
        }

        return LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference)
            && preference != ConfirmImpact.None && impact >= preference;
    }

    /// <summary>Frees the stop token.</summary>
    public void Dispose()
    {
        stop.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Show(CallNote note)
    {
        string call = $"{note.Request.Method} {note.Request.Path}";
        switch (note.Kind)
        {
            case CallNoteKind.Sending when note.Content != null:
                WriteDebug($"Request {call}{Environment.NewLine}{note.Content}");
                break;
            case CallNoteKind.Answered:
                Say($"{call} {note.StatusCode} in {note.Elapsed.TotalMilliseconds:0} ms{Support(note)}");
                if (note.Content != null)
                {
                    WriteDebug($"Answer {note.StatusCode} to {call}{Environment.NewLine}{note.Content}");
                }

                break;
            case CallNoteKind.Lost:
                Say($"{call} {note.Failure!.Kind} after {note.Elapsed.TotalMilliseconds:0} ms{Support(note)}");
                break;
            case CallNoteKind.Waiting:
                string wait = $"{note.Delay.TotalSeconds:0.#} s before try {note.TryNumber + 1} ({note.Failure!.Kind})";
                Say($"{call} waits {wait}");
                if (note.Delay >= TimeSpan.FromSeconds(5))
                {
                    WriteWarning($"Partner Center asks to wait; {note.Request.Purpose} goes on in {note.Delay.TotalSeconds:0} seconds. Ctrl+C ends it.");
                }

                break;
        }
    }

    private static string Support(CallNote note) => $", correlation id {note.Request.Context.CorrelationId}";
}
