<#
.SYNOPSIS
    buying a plan
.DESCRIPTION
    1,000 rows of a tested plan by Invoke-PartnerPurchasePlan -ThrottleLimit 16, two calls each, against the emulator host that answers
    every request 20 ms late; beside it the ideal (calls x 20 ms / 16), and the plain loop of New-PartnerCustomerCart and
    Submit-PartnerCustomerCart, of which a part is measured and multiplied. Then 10,000 rows against a host without that delay:
    the live memory at the last thousand rows against the first.
#>
[CmdletBinding()]
param([switch] $Quick)
. "$PSScriptRoot/_Figures.ps1"

$atOnce = 16
$latency = 0.020
$rows = $Quick ? 160 : 1000
$looped = $Quick ? 40 : 200
$many = $Quick ? 1000 : 10000
$folder = Join-Path ([IO.Path]::GetTempPath()) "pcc-plans-$([Guid]::NewGuid())"
$customers = 1..3 | ForEach-Object { "c0000000-0000-4000-8000-00000000000$_" }

function New-BenchmarkPlan([int] $Count) {
    $items = foreach ($number in 1..$Count) {
        @{ Reference = "PO-$number"; Customer = $customers[$number % 3]; ProductId = 'CFQ7TTC0LFLX'; SkuId = '0001'; Quantity = 1 + $number % 5; TermDuration = 'P1M'; BillingCycle = 'monthly' }
    }
    $items | Import-PartnerPurchasePlan | Test-PartnerPurchasePlan
}

function Measure-Plan($Plan, [string] $Journal) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $done = @($Plan | Invoke-PartnerPurchasePlan -JournalPath $Journal -ThrottleLimit $atOnce -Confirm:$false -ErrorAction Stop)
    if (@($done | Where-Object State -EQ 'Ordered').Count -ne $Plan.Rows.Count) { throw 'Not every row was bought.' }
    return $watch.Elapsed.TotalSeconds
}

function Measure-PlainLoop([int] $Count) {
    $line = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30' -Quantity 2 -BillingCycle monthly -TermDuration P1M
    $watch = [Diagnostics.Stopwatch]::StartNew()
    foreach ($number in 1..$Count) {
        $cart = New-PartnerCustomerCart -CustomerId $customers[0] -LineItem $line
        $null = Submit-PartnerCustomerCart -CustomerId $customers[0] -CartId $cart.Id -Confirm:$false
    }
    return $watch.Elapsed.TotalSeconds
}

# What a flush to this disk takes: a plan cannot be faster than its journal.
function Measure-Flush {
    $file = [IO.FileStream]::new((Join-Path $folder 'flush'), 'CreateNew')
    try {
        $times = foreach ($number in 1..50) {
            $file.Write([byte[]]::new(300), 0, 300)
            $start = [Diagnostics.Stopwatch]::GetTimestamp()
            $file.Flush($true)
            [Diagnostics.Stopwatch]::GetElapsedTime($start).TotalMilliseconds
        }
        return Get-Quantile $times
    }
    finally { $file.Dispose() }
}

function Get-LiveMemory { [GC]::GetTotalMemory($true) / 1MB }

Import-ModuleUnderTest
$null = New-Item -ItemType Directory -Path $folder
$emulator = Start-EmulatorHost
try {
    $null = Connect-PartnerCenter -AccessToken benchmark -Endpoint $emulator.Endpoint
    # Warm, on both sides.
    $null = Measure-Plan (New-BenchmarkPlan 40) (Join-Path $folder 'warm.jsonl')
    $null = Measure-PlainLoop 5
    $plan = New-BenchmarkPlan $rows
    $null = Invoke-RestMethod "$($emulator.Endpoint)/_emulator/faults" -Method Post -ContentType application/json -Body "{""operation"":""*"",""times"":0,""delaySeconds"":$($latency.ToString([cultureinfo]::InvariantCulture))}"

    $flush = Measure-Flush
    $taken = Measure-Plan $plan (Join-Path $folder 'plan.jsonl')
    $loop = (Measure-PlainLoop $looped) * $rows / $looped
    $ideal = 2 * $rows * $latency / $atOnce
    New-BenchmarkRow "$rows purchases, -ThrottleLimit $atOnce" $taken 'ideal: calls x 20 ms / 16' $ideal -Unit 's' -Goal 'at most 1.4 times' -Met ($taken -le 1.4 * $ideal) -Note ('a flush to the disk takes {0:0.0} ms' -f $flush)
    New-BenchmarkRow "$rows purchases, plain loop" $loop "the plan" $taken -Unit 's' -Goal 'the plan is at least 8 times as fast' -Met ($loop -ge 8 * $taken) -Note "$looped measured"

    $null = Invoke-RestMethod "$($emulator.Endpoint)/_emulator/faults" -Method Delete
    $plan = New-BenchmarkPlan $many
    $memory = @{}
    $count = 0
    $plan | Invoke-PartnerPurchasePlan -JournalPath (Join-Path $folder 'many.jsonl') -ThrottleLimit $atOnce -Confirm:$false -ErrorAction Stop | ForEach-Object {
        $count++
        if ($count -in ($many / 10), $many) { $memory[$count] = Get-LiveMemory }
    }
    if ($count -ne $many) { throw "$count of $many rows came out." }
    New-BenchmarkRow "live memory at row $many" $memory[$many] "at row $($many / 10)" $memory[$many / 10] -Unit 'MB' -Goal 'flat: at most 20 MB more' -Met ($memory[$many] - $memory[$many / 10] -le 20)
}
finally {
    Stop-EmulatorHost $emulator
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
}
