using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Cancels orders, or some of their lines, where the service allows it; says why not, where it does not. The service's own dates
/// decide.
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "PartnerCustomerOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Order))]
public sealed class StopPartnerCustomerOrder : OrderCmdlet
{
    /// <summary>Numbers of lines, from 0; the whole order when left out.</summary>
    [Parameter(Position = 2)]
    [Alias("LineItemId")]
    public object[]? LineItemNumber { get; set; }

    private protected override void Process(string customerId, string orderId)
    {
        int[]? lines = NumberBinder.Whole(LineItemNumber, "number of a line");
        OrderCancellation plan = Send((client, token) => OrderCancellation.PlanAsync(client, customerId, orderId, lines, token));
        foreach (PartnerException refusal in plan.Refusals)
        {
            WriteError(ErrorRecords.From(refusal, Target));
        }

        if (plan.IsCancelledAlready)
        {
            WriteWarning($"Nothing of order {orderId} of customer {customerId} is left to be cancelled.");
            return;
        }

        if (plan.Lines.Count == 0 || !ShouldProcess($"Order {orderId} of customer {customerId}", Question(plan)))
        {
            return;
        }

        var failures = new List<PartnerException>();
        WriteObject(Send((_, token) => plan.RunAsync(failures.Add, token)));
        foreach (PartnerException failure in failures)
        {
            WriteError(ErrorRecords.From(failure, Target));
        }
    }

    private static string Question(OrderCancellation plan)
    {
        string money = plan.Amount is { } amount ? $"{amount.ToString("N2", CultureInfo.InvariantCulture)} {plan.Order.CurrencyCode} before tax" : "price unknown";
        string windows = plan.Windows.Count == 0 ? string.Empty : $"; {string.Join("; ", plan.Windows)}";
        return $"Cancel {Lines.Count(plan.Lines.Count)}, {money}: {string.Join("; ", plan.Lines.Select(line => line.ToString()))}{windows}";
    }
}
