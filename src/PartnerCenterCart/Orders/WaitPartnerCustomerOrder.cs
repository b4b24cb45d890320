using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Waits until orders are provisioned, all of them together, and returns each with its subscriptions as it is.</summary>
[Cmdlet(VerbsLifecycle.Wait, "PartnerCustomerOrder", SupportsShouldProcess = true)]
[OutputType(typeof(Order))]
public sealed class WaitPartnerCustomerOrder : OrderCmdlet
{
    private readonly List<OrderWaitRequest> orders = new();
    private OrderWaitRequest? ended;

    /// <summary>How long each order may take; 0 looks once.</summary>
    [Parameter]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Between the first two looks at an order; it grows by half each time, up to two minutes.</summary>
    [Parameter]
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Sets the friendly names again that subscriptions lost on the way.</summary>
    [Parameter]
    public SwitchParameter EnsureFriendlyName { get; set; }

    /// <summary>How many orders are looked at in the same moment.</summary>
    [Parameter]
    [ValidateRange(1, 128)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>An order or a checkout result as it came down the pipeline: it tells that the order exists, and how its lines are named.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? Target => ended == null ? base.Target : ended.Tag;

    private protected override void Process(string customerId, string orderId)
    {
        object? input = InputObject?.BaseObject;
        IEnumerable<Order> known = input switch
        {
            Order order => new[] { order },
            CartCheckoutResult result => result.Orders ?? Enumerable.Empty<Order>(),
            _ => Enumerable.Empty<Order>(),
        };
        var request = new OrderWaitRequest(customerId, orderId) { Tag = orderId };
        foreach (Order order in known.Where(order => order.Id == orderId))
        {
            request.Know(order);
            request.Tag = order;
        }

        request.EnsureFriendlyName = EnsureFriendlyName && ShouldProcess($"Order {orderId} of customer {customerId}", "Name its subscriptions as they were ordered, where that was lost");
        orders.Add(request);
    }

    private protected override void Finish()
    {
        var rows = new Dictionary<OrderWaitRequest, int>();
        SendPosting((client, post, token) => new OrderWaiter(client, new OrderWaitOptions
        {
            Timeout = Timeout,
            PollingInterval = PollingInterval,
            Concurrency = ThrottleLimit,
            Progress = progress => post(() => Show(progress, rows)),
        }).WaitAsync(orders, outcome => post(() => Write(outcome)), token));
    }

    private void Write(OrderWaitOutcome outcome)
    {
        ended = outcome.Request;
        if (outcome.Order != null)
        {
            WriteObject(outcome.Order);
        }

        foreach (string remark in outcome.Remarks)
        {
            WriteWarning(remark);
        }

        foreach (PartnerException failure in outcome.Failures)
        {
            WriteError(ErrorRecords.From(failure, Target));
        }
    }

    // One row for each order.
    private void Show(OrderWaitProgress progress, Dictionary<OrderWaitRequest, int> rows)
    {
        if (!rows.TryGetValue(progress.Order, out int row))
        {
            rows[progress.Order] = row = rows.Count + 1;
        }

        string lines = progress.Lines is { } all ? $", {progress.LinesDone ?? 0} of {all} lines" : string.Empty;
        WriteProgress(new ProgressRecord(row, $"Waiting for order {progress.Order.OrderId}", progress.Status + lines)
        {
            PercentComplete = progress.Lines is > 0 ? 100 * Math.Min(progress.LinesDone ?? 0, progress.Lines.Value) / progress.Lines.Value : -1,
            RecordType = progress.IsOver ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });
    }
}
