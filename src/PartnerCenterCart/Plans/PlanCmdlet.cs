using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that takes a purchase plan.</summary>
public abstract class PlanCmdlet : PartnerCmdlet
{
    /// <summary>From Import-PartnerPurchasePlan or Test-PartnerPurchasePlan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? Plan { get; set; }

    /// <summary>Calls that are made together.</summary>
    [Parameter]
    [ValidateRange(1, 128)]
    public int ThrottleLimit { get; set; } = 8;

    private protected PurchasePlan Given => Plan?.BaseObject as PurchasePlan
        ?? throw PartnerException.InvalidInput("That is no purchase plan.", "Import-PartnerPurchasePlan makes one, from a file or from objects.");

    private protected override object? Target => Plan;

    /// <summary>Shows how far the test of a plan is.</summary>
    private protected void ShowTesting(int done, int all) => WriteProgress(new ProgressRecord(1, "Testing the purchase plan", $"{done} of {all} rows")
    {
        PercentComplete = all == 0 ? 100 : (int)(100L * done / all),
        RecordType = done >= all ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    });
}
