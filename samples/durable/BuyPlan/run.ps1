# One activity for each row, on whichever workers there are. Rows that are not settled get another round after a while.
# It is replayed from its beginning whenever something ends: no clock, no chance and no call of Partner Center in here.
param($Context)

$ErrorActionPreference = 'Stop'

$open = @($Context.Input.Rows)
$settled = @()
foreach ($round in 1..6) {
    $tasks = foreach ($row in $open) {
        Invoke-DurableActivity -FunctionName SettleRow -Input @{ InstanceId = $Context.Input.InstanceId; Row = $row } -NoWait
    }
    $results = @(Wait-DurableTask -Task @($tasks))
    $settled += @($results | Where-Object Settled)
    $unsettled = @($results | Where-Object { -not $_.Settled })
    $open = @($open | Where-Object Reference -In $unsettled.Reference)
    if ($open.Count -eq 0) { break }
    # Lists of orders lag by 15 minutes, and a service that is down needs its time, too.
    if ($round -lt 6) { Start-DurableTimer -Duration (New-TimeSpan -Minutes 10) }
}

# The output of the orchestration: every row with its end. What is not settled is bought or not, and never bought anew before that
# is certain; send the plan again later.
@{
    Ordered = @($settled | Where-Object State -EQ 'Ordered')
    Refused = @($settled | Where-Object State -EQ 'Failed')
    Open    = $unsettled
}
