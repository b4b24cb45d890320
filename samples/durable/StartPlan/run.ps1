# Takes a plan as CSV, tests the whole of it before anything is bought, and starts its orchestration.
# The instance is named after what the plan says. The same plan sent twice is one instance, with one set of journals.
param($Request)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$rows = @($Request.RawBody | ConvertFrom-Csv)
$plan = $rows | Import-PartnerPurchasePlan -WarningAction SilentlyContinue | Test-PartnerPurchasePlan -WarningAction SilentlyContinue
$problems = @($plan.Problems | Where-Object Severity -EQ 'Error' | ForEach-Object ToString)
# A row's journal is named after its reference, so that a row without one could not be known again.
if ($rows | Where-Object { -not $_.Reference }) { $problems += 'Every row needs a Reference of its own.' }
if ($problems.Count -gt 0) {
    Push-OutputBinding -Name Response -Value ([HttpResponseContext]@{ StatusCode = 400; Body = $problems -join "`n" })
    return
}

$instanceId = "plan-$($plan.Digest)"
$known = Get-DurableStatus -InstanceId $instanceId -ErrorAction SilentlyContinue
if ($known.RuntimeStatus -notin 'Pending', 'Running') {
    # One that ended is started again: rows that are settled stay as they are.
    $null = Start-DurableOrchestration -FunctionName BuyPlan -InstanceId $instanceId -InputObject @{ InstanceId = $instanceId; Rows = $rows }
}
Push-OutputBinding -Name Response -Value (New-DurableOrchestrationCheckStatusResponse -Request $Request -InstanceId $instanceId)
