using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that calls the service: it has a connection.</summary>
public abstract class PartnerCmdlet : BridgedCmdlet
{
    internal const string NoConnection = "-Connection is no connection. What Connect-PartnerCenter -PassThru or Get-PartnerContext returned is expected.";

    /// <summary>How long a bulk run pauses while the service is down, unless the user says otherwise.</summary>
    private protected static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(10);

    private PartnerClient? client;
    private ConcurrentInputs? beside;

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
        client = Context.Client.With(new RequestContext(CorrelationId, Context.Locale, Bridge) { MaximumPause = Pause });
    }

    /// <summary>False for what can be done without a connection.</summary>
    private protected virtual bool NeedsConnection => true;

    /// <summary>How many inputs are handled at once.</summary>
    private protected virtual int Limit => 1;

    /// <summary>How long the calls of a bulk run pause together while the service is down; null: each fails by itself.</summary>
    private protected virtual TimeSpan? Pause => null;

    /// <summary>What -MaximumPause means: what the user says, else the usual for many inputs at once; 0 is no pause.</summary>
    private protected TimeSpan? PauseOf(string parameter, TimeSpan given) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? given : Limit > 1 ? UsualPause : null;

    /// <summary>Whether calls that are under way are worth waiting for although nobody takes their results: they buy something.</summary>
    private protected virtual bool FinishesWhatIsUnderWay => false;

    private PartnerContext? Given()
    {
        if (Connection != null)
        {
            return Connection.BaseObject as PartnerContext
                ?? throw Terminating(PartnerException.InvalidInput(NoConnection));
        }

        return ConnectionStore.Current ?? (NeedsConnection
            ? throw Terminating(new PartnerException(
                PartnerErrorKind.NotConnected,
                "There is no connection to Partner Center. Run Connect-PartnerCenter first: alone it signs you in, -Emulator is to try things out.")
            {
                RecommendedAction = "Connect-PartnerCenter",
                NothingWasDone = true,
            })
            : null);
    }

    /// <summary>Runs one call and shows what happens meanwhile.</summary>
    private protected T Send<T>(Func<PartnerClient, CancellationToken, Task<T>> call) => Wait(token => call(client!, token));

    /// <summary>Runs one call that returns nothing.</summary>
    private protected void Send(Func<PartnerClient, CancellationToken, Task> call) =>
        Send(async (partner, token) =>
        {
            await call(partner, token).ConfigureAwait(false);
            return true;
        });

    /// <summary>Runs one call that writes while it goes on, by posting what is to be done on the pipeline thread.</summary>
    private protected void SendPosting(Func<PartnerClient, Action<Action>, CancellationToken, Task> call) =>
        Wait(async (post, token) =>
        {
            await call(client!, post, token).ConfigureAwait(false);
            return true;
        });

    /// <summary>The same for a call that returns something.</summary>
    private protected T SendPosting<T>(Func<PartnerClient, Action<Action>, CancellationToken, Task<T>> call) => Wait((post, token) => call(client!, post, token));

    /// <summary>
    /// The same for work that has something to put in order when it is stopped, such as a file: the pipeline waits for that, but not
    /// longer than this.
    /// </summary>
    private protected void SendPosting(Func<PartnerClient, Action<Action>, CancellationToken, Task> call, TimeSpan longestEnd)
    {
        using var ended = new ManualResetEventSlim(initialState: true);
        try
        {
            SendPosting(async (partner, post, token) =>
            {
                ended.Reset();
                try
                {
                    await call(partner, post, token).ConfigureAwait(false);
                }
                finally
                {
                    ended.Set();
                }
            });
        }
        finally
        {
            ended.Wait(longestEnd);
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

    /// <summary>
    /// One call for an input, beside those for other inputs where -ThrottleLimit is above 1: then its result is written when it is there,
    /// which may be while another input is handled. So nothing in <paramref name="write"/> may come from the parameters of the moment.
    /// </summary>
    /// <param name="target">What an error names.</param>
    /// <param name="call">The call.</param>
    /// <param name="write">Writes its result, on the pipeline thread.</param>
    /// <param name="words">Tells the result where nobody takes it any more; null for what is not worth a word.</param>
    private protected void SendBeside<T>(object? target, Func<PartnerClient, CancellationToken, Task<T>> call, Action<T> write, Func<T, string?>? words = null)
    {
        if (Limit <= 1)
        {
            write(Send(call));
            return;
        }

        Beside(target, async (post, token) =>
        {
            T result = await call(client!, token).ConfigureAwait(false);
            post(() => write(result), () => words?.Invoke(result));
        });
    }

    /// <summary>The same for a list: its next page is asked for when the rows before it are out.</summary>
    private protected void SendPagesBeside<T>(object? target, Func<PartnerClient, CancellationToken, Task<Page<T>>> first, Action<T> write)
    {
        if (Limit <= 1)
        {
            SendPages(first, write);
            return;
        }

        Beside(target, async (post, token) =>
        {
            Page<T>? page = await first(client!, token).ConfigureAwait(false);
            while (page != null)
            {
                var rows = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                Page<T> now = page;
                post(
                    () =>
                    {
                        foreach (T item in now.Items)
                        {
                            write(item);
                        }

                        rows.SetResult(true);
                    },
                    () => null);
                using (token.Register(() => rows.TrySetCanceled(token)))
                {
                    await rows.Task.ConfigureAwait(false);
                }

                page = page.HasNext ? await page.NextAsync(token).ConfigureAwait(false) : null;
            }
        });
    }

    private void Beside(object? target, Func<Action<Action, Func<string?>>, CancellationToken, Task> input)
    {
        beside ??= new ConcurrentInputs(Bridge, Limit, WriteWarning, Stopped);
        try
        {
            beside.Start(
                async (post, token) =>
                {
                    try
                    {
                        await input(post, token).ConfigureAwait(false);
                    }
                    catch (PartnerException e)
                    {
                        post(() => Fail(e, target), () => e.Message);
                    }
                });
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private protected override void Finish()
    {
        try
        {
            beside?.Finish();
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private protected override void EndEarly()
    {
        if (FinishesWhatIsUnderWay)
        {
            beside?.End();
        }
        else if (beside != null)
        {
            StopProcessing();
        }
    }

    /// <summary>A service that stays down ends the command: the inputs that are left would only say the same.</summary>
    private protected override void Fail(PartnerException failure, object? target)
    {
        if (failure.Kind == PartnerErrorKind.ServiceDown)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, target));
        }

        base.Fail(failure, target);
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
}
