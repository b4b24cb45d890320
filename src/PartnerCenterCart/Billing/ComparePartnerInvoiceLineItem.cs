using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Compares what was charged with what was ordered, or with what a file says, by customer and order.</summary>
[Cmdlet(VerbsData.Compare, "PartnerInvoiceLineItem", DefaultParameterSetName = "Row")]
[OutputType(typeof(InvoiceComparison), typeof(InvoiceComparisonSummary))]
public sealed class ComparePartnerInvoiceLineItem : PartnerCmdlet
{
    private readonly Dictionary<string, decimal> totals = new(StringComparer.OrdinalIgnoreCase);
    private InvoiceComparer comparer = null!;
    private List<string> included = null!;
    private List<string> types = null!;
    private object? current;
    private int number;

    /// <summary>Rows of Get-PartnerInvoiceLineItem or of any shape, or invoices of Get-PartnerInvoice, whose rows are read.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Row")]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The invoices, whose rows are read.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Invoice")]
    public string[] InvoiceId { get; set; } = Array.Empty<string>();

    /// <summary>Files that Export-PartnerInvoiceLineItem wrote: .csv, .jsonl, zipped too.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "File")]
    public string[] Path { get; set; } = Array.Empty<string>();

    /// <summary>What was ordered, as Get-PartnerCustomerOrder -IncludePrice returned it. The service is not asked then.</summary>
    [Parameter]
    public Order[]? Order { get; set; }

    /// <summary>What is expected: objects with CustomerId, OrderId or SubscriptionId, and Quantity, UnitPrice, ProductId, SkuId where known.</summary>
    [Parameter]
    public PSObject[]? Expected { get; set; }

    /// <summary>The same from files: .csv, .jsonl, .json.</summary>
    [Parameter]
    public string[]? ExpectedPath { get; set; }

    /// <summary>Reads the orders of the service although something else is expected, too.</summary>
    [Parameter]
    public SwitchParameter WithOrders { get; set; }

    /// <summary>Only these customers: their rows, and their orders even where no row names them. What others were charged is passed over.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string[] CustomerId { get; set; } = Array.Empty<string>();

    /// <summary>Customers whose orders are looked at although no row names them, beside those of the rows.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string[] IncludeCustomerId { get; set; } = Array.Empty<string>();

    /// <summary>What the invoice says that it comes to, for rows of one currency; read with -InvoiceId.</summary>
    [Parameter]
    public decimal? InvoiceTotal { get; set; }

    /// <summary>First day of what the invoice is for; taken from the invoice, else the month of the latest charge, when left out.</summary>
    [Parameter]
    public DateTimeOffset? PeriodStart { get; set; }

    /// <summary>Last day of what the invoice is for; taken from the invoice, else the month of the latest charge, when left out.</summary>
    [Parameter]
    public DateTimeOffset? PeriodEnd { get; set; }

    /// <summary>How far two prices may be apart.</summary>
    [Parameter]
    public decimal PriceTolerance { get; set; } = new InvoiceComparisonOptions().PriceTolerance;

    /// <summary>-InvoiceId: which kinds of rows; BillingLineItems, which the total of an invoice is made of, when left out.</summary>
    [Parameter(ParameterSetName = "Invoice")]
    [Parameter(ParameterSetName = "Row")]
    [ArgumentCompleter(typeof(LineItemTypeCompleter))]
    public string[] LineItemType { get; set; } = { "BillingLineItems" };

    /// <summary>-InvoiceId: v1 or v2; picked by invoice and period when left out.</summary>
    [Parameter(ParameterSetName = "Invoice")]
    [Parameter(ParameterSetName = "Row")]
    [ArgumentCompleter(typeof(LineItemApiCompleter))]
    public string? Api { get; set; }

    private protected override object? Target => current;

    private protected override bool NeedsConnection => ReadsOrders || ParameterSetName == "Invoice";

    private bool ReadsOrders => WithOrders || (Order == null && Expected == null && ExpectedPath == null);

    /// <summary>What is expected comes first, so that it is refused first.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // Else the comparison would be of something else than was asked for.
        try
        {
            included = CustomerId.Concat(IncludeCustomerId).Select(PartnerId.Customer).ToList();
            types = LineItemType.Select(InvoiceCheck.LineItemType).ToList();
        }
        catch (PartnerException e)
        {
            throw Terminating(e);
        }

        comparer = new InvoiceComparer(new InvoiceComparisonOptions { PriceTolerance = PriceTolerance, PeriodStart = PeriodStart, PeriodEnd = PeriodEnd, CustomerIds = CustomerId });
        foreach (Order order in Order ?? Array.Empty<Order>())
        {
            comparer.Expect(order);
        }

        int row = 0;
        foreach (PSObject item in Expected ?? Array.Empty<PSObject>())
        {
            current = item;
            Guarded(() => comparer.Expect(name => Field(item, name), $"Object {++row} of -Expected"));
        }

        foreach (string path in ExpectedPath ?? Array.Empty<string>())
        {
            current = path;
            Guarded(() => Read(path, comparer.Expect));
        }
    }

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case "Invoice":
                foreach (string id in InvoiceId)
                {
                    current = id;
                    Guarded(() => Add(new InvoiceLineItemRequest { InvoiceId = InvoiceCheck.InvoiceId(id) }));
                }

                break;
            case "File":
                foreach (string path in Path)
                {
                    current = path;
                    Guarded(() => Read(path, comparer.Add));
                }

                break;
            default:
                AddInput();
                break;
        }
    }

    private protected override void Finish()
    {
        List<string> customers = comparer.Customers.Union(included, StringComparer.OrdinalIgnoreCase).ToList();
        for (int i = 0; i < customers.Count; i++)
        {
            string customer = customers[i];
            current = customer;
            WriteProgress(new ProgressRecord(1, MyInvocation.MyCommand.Name, $"Customer {i + 1} of {customers.Count}") { PercentComplete = 100 * i / customers.Count });
            bool isKnown = !ReadsOrders;
            Guarded(() =>
            {
                if (ReadsOrders)
                {
                    Send((client, token) => InvoiceOrders.ReadAsync(client, comparer, customer, token));
                    isKnown = true;
                }
            });
            WriteObject(comparer.Take(customer, isKnown), enumerateCollection: true);
        }

        WriteObject(comparer.Take(string.Empty), enumerateCollection: true);
        Settle();
        WriteObject(comparer.Summaries, enumerateCollection: true);
        WriteProgress(new ProgressRecord(1, MyInvocation.MyCommand.Name, "Done") { RecordType = ProgressRecordType.Completed });
        if (comparer.RowsWithoutAmount > 0)
        {
            Say($"{comparer.RowsWithoutAmount} rows say nothing of money; other rows charge what they tell of.");
        }
    }

    private void Settle()
    {
        if (InvoiceTotal is { } given)
        {
            List<string> currencies = comparer.Summaries.Where(summary => summary.Rows > 0).Select(summary => summary.Currency ?? string.Empty).ToList();
            Guarded(() => totals[currencies.Count > 1 ? throw SeveralCurrencies(currencies) : currencies.Concat(totals.Keys).FirstOrDefault() ?? string.Empty] = given);
        }

        foreach (KeyValuePair<string, decimal> total in totals)
        {
            if (comparer.Settle(total.Key, total.Value) is { } remainder)
            {
                WriteObject(remainder);
            }
        }
    }

    private static PartnerException SeveralCurrencies(IEnumerable<string> currencies) => PartnerException.InvalidInput(
        $"-InvoiceTotal is an amount in one currency, and the rows are in {string.Join(", ", currencies)}. No total was compared.",
        "Compare the rows of one currency at a time: | Where-Object Currency -eq EUR |.");

    private void AddInput()
    {
        current = InputObject;
        number++;
        switch (InputObject?.BaseObject)
        {
            case null:
                throw PartnerException.InvalidInput($"Input {number} is empty.");
            case Invoice invoice:
                Add(new InvoiceLineItemRequest { InvoiceId = InvoiceCheck.InvoiceId(invoice.Id), Invoice = invoice.InvoiceDetails?.Count > 0 ? invoice : null });
                break;
            case InvoiceLineItem row:
                comparer.Add(row);
                break;
            default:
                PSObject input = InputObject;
                comparer.Add(name => Field(input, name), $"Input {number}");
                break;
        }
    }

    /// <summary>Adds the rows of an invoice, and what it says that it comes to.</summary>
    private void Add(InvoiceLineItemRequest request)
    {
        request.LineItemTypes = types;
        request.Api = Api;
        request.HasV2 = Context.Environment == CloudEnvironment.Global;
        request.OpenV2 = (client, source) => client.Reconciliation.Read(source, null, new ReconciliationReadOptions());
        SendPosting((client, post, token) => InvoiceCharges.ReadAsync(
            client,
            request,
            comparer,
            failure => post(() => WriteError(ErrorRecords.From(failure, request.InvoiceId))),
            status => post(() => WriteProgress(new ProgressRecord(1, MyInvocation.MyCommand.Name, status))),
            Know,
            token));
    }

    /// <summary>What it comes to is to be seen where all of what it charges is.</summary>
    private void Know(Invoice invoice)
    {
        if (CustomerId.Length == 0 && types.Contains(PartnerCenterCart.InvoiceLineItemType.BillingLineItems) && invoice.TotalCharges is { } total)
        {
            string currency = invoice.CurrencyCode ?? string.Empty;
            totals[currency] = (totals.TryGetValue(currency, out decimal before) ? before : 0) + total;
        }
    }

    private void Read(string path, Action<Func<string, object?>, string> take) =>
        new RowFile(FilePath.Of(SessionState, path), PrivateRoom.Text).Each(take, failure => WriteError(ErrorRecords.From(failure, path)), () => !Stopping);

    private static object? Field(PSObject row, string name)
    {
        object? value = row.BaseObject is System.Collections.IDictionary members
            ? members.Keys.Cast<object>().Where(key => string.Equals(key as string, name, StringComparison.OrdinalIgnoreCase)).Select(key => members[key]).FirstOrDefault()
            : row.Properties[name]?.Value;
        return value is PSObject wrapped ? wrapped.BaseObject : value;
    }
}
