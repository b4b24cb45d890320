using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that calls the service: it has a connection.</summary>
public abstract class PartnerCmdlet : BridgedCmdlet
{
    internal const string NoConnection = "-Connection is no connection. What Connect-PartnerCenter -PassThru or Get-PartnerContext returned is expected.";

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
        client = Context.Client.With(new RequestContext(CorrelationId, Context.Locale, Bridge));
    }

    /// <summary>False for what can be done without a connection.</summary>
    private protected virtual bool NeedsConnection => true;

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
