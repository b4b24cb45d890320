using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Finds out what a plan would buy and everything that would keep it from that, without a write: customers, items, rules, totals.
/// What it returns is what will be bought.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "PartnerPurchasePlan")]
[OutputType(typeof(PurchasePlan))]
public sealed class TestPartnerPurchasePlan : PlanCmdlet
{
    private protected override void Process()
    {
        PurchasePlan plan = Given;
        PurchasePlan tested = SendPosting((client, post, token) => new PlanTester(client)
        {
            OnlyReads = IsWanted("WhatIf", "WhatIfPreference"),
            ThrottleLimit = ThrottleLimit,
            Progress = (done, all) => post(() => ShowTesting(done, all)),
        }.TestAsync(plan, token));
        WriteObject(tested);
        int errors = tested.Problems.Count(problem => problem.Severity == FindingSeverity.Error);
        if (errors > 0)
        {
            WriteWarning($"The plan cannot be bought as it is: {errors} {(errors == 1 ? "error" : "errors")}. Its Problems say what is wrong with which row.");
        }
    }
}
