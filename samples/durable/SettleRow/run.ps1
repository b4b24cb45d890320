# Settles one row of a plan: a plan of that row alone, with a journal of its own. Whoever runs it, however often and whatever ended the
# last try, the journal knows what was announced, and the row is bought once. Two workers with one row: the journal is locked, and
# the second comes back with "not settled".
param($Purchase)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# A share that every worker sees and whose locks hold between machines; never the disk of one worker.
$folder = Join-Path $env:PURCHASE_JOURNALS $Purchase.InstanceId
$null = New-Item -ItemType Directory -Path $folder -Force
$journal = Join-Path $folder "row-$([uri]::EscapeDataString($Purchase.Row.Reference)).jsonl"

$status = $problem = $null
try {
    $Purchase.Row | Import-PartnerPurchasePlan -WarningAction SilentlyContinue |
        Invoke-PartnerPurchasePlan -JournalPath $journal -MaximumPause 00:03:00 -Confirm:$false -WarningAction SilentlyContinue | Out-Null
}
catch { $problem = $_ }
# What became of the row is what the journal says, not what this run saw of it.
try { $status = Get-PartnerPurchasePlanStatus $journal }
catch { if (-not $problem) { $problem = $_ } }

@{
    Reference    = $Purchase.Row.Reference
    State        = if ($status) { "$($status.State)" } else { 'Planned' }
    Settled      = $null -ne $status -and "$($status.State)" -in 'Ordered', 'Failed'
    OrderId      = @($status.OrderId)
    Price        = $status.Price
    CurrencyCode = $status.CurrencyCode
    Message      = if ($status.Message) { $status.Message } else { "$problem" }
}
