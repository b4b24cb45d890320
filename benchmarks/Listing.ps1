<#
.SYNOPSIS
    a long list, and what stays in memory meanwhile
.DESCRIPTION
    10,000 products of the emulator host in pages of 500, streamed by Get-PartnerProduct, against a script that follows the next links
    with Invoke-RestMethod and hands on each page's items; both in turns. Live memory is what a full collection leaves, at the first
    row and at the last: flat where the rows between are not held.
#>
[CmdletBinding()]
param([switch] $Quick)
. "$PSScriptRoot/_Figures.ps1"

$products = $Quick ? 2000 : 10000
$turns = $Quick ? 2 : 5

function Get-ProductByScript([string] $Endpoint) {
    $next = '/products?country=US&targetView=OnlineServices'
    while ($next) {
        $page = Invoke-RestMethod -Uri "$Endpoint/v1$next" -Headers @{ Authorization = 'Bearer benchmark' }
        $page.items
        $next = $page.links.PSObject.Properties['next'] ? $page.links.next.uri : $null
    }
}

function Measure-List([scriptblock] $Each) {
    $state = @{ Row = 0; First = 0.0 }
    $watch = [Diagnostics.Stopwatch]::StartNew()
    & $Each | ForEach-Object -Process { if ($state.Row++ -eq 0) { $state.First = $watch.Elapsed.TotalMilliseconds } }
    [pscustomobject]@{ Rows = $state.Row; First = $state.First; All = $watch.Elapsed.TotalMilliseconds }
}

# Live megabytes at the first row and after the last quarter has begun.
function Measure-Live([scriptblock] $Each) {
    $state = @{ Row = 0; Live = [Collections.Generic.List[double]]::new() }
    & $Each | ForEach-Object -Process { if ($state.Row++ -in 0, ($products - 1)) { $state.Live.Add([GC]::GetTotalMemory($true) / 1MB) } }
    return $state.Live
}

Import-ModuleUnderTest
$emulator = Start-EmulatorHost
try {
    Connect-PartnerCenter -AccessToken benchmark -Endpoint $emulator.Endpoint
    $settings = @{ pageSize = 500; generatedProducts = @{ OnlineServices = $products } } | ConvertTo-Json
    $null = Invoke-RestMethod -Method Post -Uri "$($emulator.Endpoint)/_emulator/settings" -Body $settings -ContentType 'application/json'
    $ways = [ordered]@{
        ours   = { Get-PartnerProduct -Country US -Catalog OnlineServices }
        script = { Get-ProductByScript $emulator.Endpoint }
    }
    $runs = foreach ($turn in 0..$turns) {
        foreach ($name in $ways.Keys) { Measure-List $ways[$name] | Add-Member -PassThru Way $name | Add-Member -PassThru Turn $turn }
    }
    if (@($runs.Rows | Sort-Object -Unique).Count -ne 1) { throw "The two ways gave different numbers of rows: $($runs.Rows)." }
    $runs = $runs | Where-Object Turn -GT 0
    $ours, $script = 'ours', 'script' | ForEach-Object { $way = $_; , @($runs | Where-Object Way -EQ $way) }
    $rate = { param($of) Get-Quantile @($of | ForEach-Object { $_.Rows / $_.All * 1000 }) }
    New-BenchmarkRow "Get-PartnerProduct, $($ours[0].Rows) rows" (& $rate $ours) 'a script with Invoke-RestMethod' (& $rate $script) -Unit 'rows/s'
    New-BenchmarkRow 'first row' (Get-Quantile $ours.First) 'a script with Invoke-RestMethod' (Get-Quantile $script.First)
    $live = @(Measure-Live $ways.ours)
    New-BenchmarkRow 'live memory at the last row' $live[1] 'at the first row' $live[0] -Unit MB -Goal 'flat: at most 1.25 times' -Met ($live[1] -le 1.25 * $live[0])
}
finally {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}
