using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that reads rows of invoices or of open charges, through whichever interface has them.</summary>
public abstract class LineItemCmdlet : PartnerCmdlet
{
    /// <summary>The invoice.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Invoice")]
    [AllowEmptyString]
    [AllowNull]
    public string? InvoiceId { get; set; }

    /// <summary>An invoice as it came down the pipeline, which spares reading it again.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true, ParameterSetName = "Invoice")]
    public Invoice? Invoice { get; set; }

    /// <summary>A link of Get-PartnerInvoiceEstimateLink.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "EstimateLink")]
    public EstimateLink? EstimateLink { get; set; }

    /// <summary>Open charges instead of an invoice's; -Currency alone says so, too.</summary>
    [Parameter(ParameterSetName = "Unbilled")]
    public SwitchParameter Unbilled { get; set; }

    /// <summary>Open charges: ISO code of the currency.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Unbilled")]
    [Alias("CurrencyCode")]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string? Currency { get; set; }

    /// <summary>Open charges: Current, or Previous while that is not billed.</summary>
    [Parameter(ParameterSetName = "Unbilled")]
    [ArgumentCompleter(typeof(BillingPeriodCompleter))]
    public string Period { get; set; } = BillingPeriod.Current;

    /// <summary>Office, Azure (both legacy), OneTime (new commerce), Marketplace; All is each that the invoice has.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BillingProviderCompleter))]
    public string[] BillingProvider { get; set; } = { "All" };

    /// <summary>BillingLineItems, or billing, for what was charged; UsageLineItems, or usage, for what was used day by day.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LineItemTypeCompleter))]
    public string[] LineItemType { get; set; } = { "BillingLineItems" };

    /// <summary>v1 is Partner Center, v2 Microsoft Graph; picked by invoice and period when left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LineItemApiCompleter))]
    public string? Api { get; set; }

    /// <summary>Rows on a page of v1, at most and by default 2000.</summary>
    [Parameter]
    public int? PageSize { get; set; }

    /// <summary>Only rows with partner earned credit, or with $false only those without. v1.</summary>
    [Parameter]
    public bool? HasPartnerEarnedCredit { get; set; }

    /// <summary>Asks by the older route, which has the provider in its path. v1, not for open charges.</summary>
    [Parameter]
    public SwitchParameter LegacyRoute { get; set; }

    /// <summary>v2: a folder that keeps the files of the export, so that a run which ended early goes on where it was.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CachePath { get; set; }

    /// <summary>v2: full for all columns, basic for about half of them.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AttributeSetCompleter))]
    public string? AttributeSet { get; set; }

    /// <summary>v2: how long the service may take to make the export.</summary>
    [Parameter]
    public TimeSpan Timeout { get; set; } = new ReconciliationWaitOptions().Timeout;

    private protected override object? Target => ParameterSetName == "Invoice" ? InvoiceId : (object?)EstimateLink ?? Currency;

    /// <summary>What is asked for.</summary>
    private protected virtual InvoiceLineItemRequest Request()
    {
        var request = new InvoiceLineItemRequest
        {
            Providers = BillingProvider,
            LineItemTypes = LineItemType,
            Api = Api,
            PageSize = PageSize,
            HasPartnerEarnedCredit = HasPartnerEarnedCredit,
            UseLegacyRoute = LegacyRoute,
            HasV2 = Context.Environment == CloudEnvironment.Global,
        };
        switch (ParameterSetName)
        {
            case "Invoice":
                request.InvoiceId = InvoiceCheck.InvoiceId(InvoiceId);
                request.Invoice = Invoice is { InvoiceDetails.Count: > 0, InvoiceDate: not null } && InvoiceCheck.SameInvoice(Invoice.Id, InvoiceId) ? Invoice : null;
                break;
            case "EstimateLink":
                EstimateLink!.AddTo(request);
                break;
            default:
                request.CurrencyCode = InvoiceCheck.Currency(Currency);
                request.Period = Period;
                break;
        }

        return request;
    }

    /// <summary>Hands on the batches of every set, one ahead; a set that fails does not keep the others back.</summary>
    /// <param name="write">Writes a batch on the pipeline thread; tells by its second argument when the first row is out.</param>
    private protected void SendRows(Action<InvoiceLineItemBatch, Action> write)
    {
        InvoiceLineItemRequest request = Request();
        Action<Action> post = _ => { };
        request.OpenV2 = OpenV2(progress => post(() => ShowProgress(progress.Status, null)));
        foreach (InvoiceLineItemSource source in Send((client, token) => InvoiceLineItemSets.FindAsync(client, request, token)))
        {
            Guarded(() => SendPosting((client, posting, token) =>
            {
                post = posting;
                return InvoiceLineItemSets.ReadAsync(client, request, source, (batch, begun) => PostAsync(posting, () => write(batch, begun)), token);
            }));
        }
    }

    /// <summary>How rows of v2 are had, with what this cmdlet was told of it.</summary>
    private protected Func<PartnerClient, InvoiceLineItemSource, InvoiceLineItemReader> OpenV2(Action<ReconciliationProgress> progress)
    {
        string? cache = CachePath == null ? null : FilePath.Of(SessionState, CachePath);
        return (client, source) => client.Reconciliation.Read(source, AttributeSet, new ReconciliationReadOptions
        {
            CachePath = cache,
            Wait = new ReconciliationWaitOptions { Timeout = Timeout },
            Progress = told =>
            {
                // Once there are files, the batches tell of them.
                if (told.Files == 0)
                {
                    progress(told);
                }
            },
        });
    }

    /// <summary>The bar of a run.</summary>
    private protected void ShowProgress(string status, int? percent, bool isOver = false) =>
        WriteProgress(new ProgressRecord(1, MyInvocation.MyCommand.Name, status)
        {
            PercentComplete = percent ?? -1,
            RecordType = isOver ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });

    private static Task<bool> PostAsync(Action<Action> post, Action work)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        post(() =>
        {
            try
            {
                work();
            }
            finally
            {
                // Whatever ends the pipeline ends the reading by its token.
                done.TrySetResult(true);
            }
        });
        return done.Task;
    }
}
