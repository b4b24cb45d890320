using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that waits for work that runs elsewhere: it has a stop token and a bridge to the asynchronous core.</summary>
public abstract class BridgedCmdlet : PartnerInputCmdlet, IDisposable
{
    private const int PauseProgress = 1_000_000;

    private readonly CancellationTokenSource stop = new();
    private CallBridge? bridge;
    private DateTime quietUntil;
    private bool isPausing;

    /// <summary>MS-CorrelationId of everything that this invocation does.</summary>
    private protected Guid CorrelationId { get; } = Guid.NewGuid();

    private protected CallBridge Bridge => bridge ??= new CallBridge(
        Show, WriteWarning, IsWanted("Verbose", "VerbosePreference"), IsWanted("Debug", "DebugPreference"), showsLater: IsStop("Verbose", "VerbosePreference") || IsStop("Debug", "DebugPreference"));

    /// <summary>Ctrl+C, or nobody wants what the calls bring any more.</summary>
    private protected CancellationToken Stopped => stop.Token;

    /// <summary>Ends the calls that are under way.</summary>
    protected override void StopProcessing() => stop.Cancel();

    /// <summary>Runs work elsewhere and shows what happens meanwhile; Ctrl+C ends the wait at once.</summary>
    private protected T Wait<T>(Func<CancellationToken, Task<T>> work) => Wait((_, token) => work(token));

    /// <summary>The same for work that writes while it goes on, by posting what is to be done on the pipeline thread.</summary>
    private protected T Wait<T>(Func<Action<Action>, CancellationToken, Task<T>> work)
    {
        CancellationToken token = stop.Token;
        try
        {
            return Bridge.Run(work, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private protected override void ThrowWhatIsDue() => bridge?.ShowLater();

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
                WarnOfWait(note, $"Partner Center asks to wait; {note.Request.Purpose} goes on in {note.Delay.TotalSeconds:0} seconds. Ctrl+C ends it.");
                break;
            case CallNoteKind.Held:
                Say($"{call} waits {note.Delay.TotalSeconds:0.#} s for its turn: {note.Reason}");
                break;
            case CallNoteKind.Paused:
            case CallNoteKind.Resumed:
                ShowPause(note);
                break;
        }
    }

    // Of many calls that wait together the first one says so; the others would only repeat it.
    private void WarnOfWait(CallNote note, string text)
    {
        DateTime now = DateTime.UtcNow;
        if (note.Delay >= TimeSpan.FromSeconds(5) && now >= quietUntil)
        {
            quietUntil = now + TimeSpan.FromSeconds(1);
            WriteWarning(text);
        }
    }

    private void ShowPause(CallNote note)
    {
        bool isOver = note.Kind == CallNoteKind.Resumed;
        string text = isOver
            ? $"Partner Center is back after {note.Elapsed.TotalSeconds:0} seconds; the run goes on."
            : $"Partner Center does not answer ({note.Failure!.Kind}{(note.Failure.StatusCode is { } status ? " " + status : string.Empty)}); the run pauses and looks again in {note.Delay.TotalSeconds:0} seconds. Nothing is lost; Ctrl+C ends it.";
        if (isPausing == isOver)
        {
            isPausing = !isOver;
            WriteWarning(text);
        }

        Say(text);
        WriteProgress(new ProgressRecord(PauseProgress, "Partner Center is down", isOver ? "It is back." : $"Looking again in {note.Delay.TotalSeconds:0} seconds")
        {
            RecordType = isOver ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });
    }

    private static string Support(CallNote note) => $", correlation id {note.Request.Context.CorrelationId}";
}
