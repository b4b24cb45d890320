using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Shows what the journal of a plan says of each row, also while a run writes it. Nothing is sent; no connection is needed.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerPurchasePlanStatus")]
[OutputType(typeof(PurchasePlanRowStatus))]
public sealed class GetPartnerPurchasePlanStatus : PartnerInputCmdlet
{
    /// <summary>The journal.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "Path")]
    public string JournalPath { get; set; } = string.Empty;

    /// <summary>Only rows of these states.</summary>
    [Parameter]
    public PlanRowState[]? State { get; set; }

    private protected override object? Target => JournalPath;

    private protected override void Process() =>
        WriteObject(
            PurchaseJournal.ReadStatus(SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath)).Where(row => State == null || State.Contains(row.State)),
            enumerateCollection: true);
}
