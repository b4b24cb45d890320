#requires -Version 5.1
#requires -Modules PartnerCenterCart
<#
.SYNOPSIS
    Buys what a CSV file lists, once, however often it is started.
.DESCRIPTION
    Reads the plan, tests the whole of it before anything is bought, buys it with a journal, and writes a report. The journal lies beside
    the plan unless -JournalPath says where: started again after a crash, a lost network or a closed window, the script goes on where it
    ended. At a console the question names the totals; -Confirm:$false does not ask; -WhatIf buys nothing and writes nothing.

    It returns one object with the counts. The exit code is 0 when every row is bought; 1 when the plan is wrong, or the service refused a
    row: read why, mend it, and put it into a new plan; 2 when the run ended before every row was settled: read why, and start it again.

    It uses the connection that is there. Connect first: Connect-PartnerCenter -Emulator is to try it.
.EXAMPLE
    Connect-PartnerCenter -Emulator
    ./Buy-Plan.ps1 -PlanPath plan.csv -WhatIf
    ./Buy-Plan.ps1 -PlanPath plan.csv
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    # A CSV or JSON file; docs/bulk-purchases.md has the columns.
    [Parameter(Mandatory)][string] $PlanPath,

    # The record of the purchases. Keep it until the plan is done.
    [string] $JournalPath,

    # What became of each row, for people; written anew by each run.
    [string] $ReportPath
)

$ErrorActionPreference = 'Stop'
$PlanPath = Convert-Path -LiteralPath $PlanPath
if (-not $JournalPath) { $JournalPath = [IO.Path]::ChangeExtension($PlanPath, '.journal') }
if (-not $ReportPath) { $ReportPath = [IO.Path]::ChangeExtension($PlanPath, '.report.csv') }

# All that is wrong comes together, before anything is bought.
$plan = Import-PartnerPurchasePlan $PlanPath -WarningAction SilentlyContinue | Test-PartnerPurchasePlan -WarningAction SilentlyContinue
$plan.Problems | ForEach-Object { Write-Warning "$_" }
if ($plan.HasErrors) {
    Write-Warning 'Nothing was bought: the plan has errors.'
    exit 1
}

# The command asks, and -WhatIf and -Confirm of this script reach it. A row that is refused is no reason to leave the others; an error
# that is about no row has ended the run.
try { $plan | Invoke-PartnerPurchasePlan -JournalPath $JournalPath -ErrorAction SilentlyContinue -ErrorVariable failed | Out-Null }
catch { $failed = @($failed) + $_ }
$failed = @($failed | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
$failed | ForEach-Object { Write-Warning "$_" }
$isCut = @($failed | Where-Object { $_.TargetObject -isnot [PartnerCenterCart.PurchasePlanRowStatus] }).Count -gt 0
# No journal: it was -WhatIf, or the answer was no.
if ($WhatIfPreference -or -not (Test-Path -LiteralPath $JournalPath)) {
    if ($isCut) { exit 2 }
    return
}

$rows = @(Get-PartnerPurchasePlanStatus $JournalPath)
$summary = [pscustomobject]@{
    Rows    = $rows.Count
    Bought  = @($rows | Where-Object State -EQ 'Ordered').Count
    Refused = @($rows | Where-Object State -EQ 'Failed').Count
    Open    = @($rows | Where-Object State -NotIn 'Ordered', 'Failed').Count
    Journal = $JournalPath
    Report  = (Export-PartnerPurchasePlanStatus $JournalPath $ReportPath -Force -Confirm:$false).FullName
}
$summary
if ($summary.Open -or $isCut) { exit 2 }
if ($summary.Refused) { exit 1 }
exit 0
