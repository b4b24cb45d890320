<#
.SYNOPSIS
    the rows of a large invoice through v1
.DESCRIPTION
    An invoice of 1,000,000 lines that the emulator host makes while they are read, in pages of 2000 over loopback. Get-PartnerInvoiceLineItem
    into Measure-Object, against a bare C# loop that reads the same pages with JsonTextReader into nothing, in turns; the working set is
    looked at ten times a second. The script that pages with Invoke-RestMethod gets an invoice of 100,000 lines, because it slows down with
    nothing to show for more; rows per second are compared.
#>
[CmdletBinding()]
param([switch] $Quick)
. "$PSScriptRoot/_Figures.ps1"

$lines, $scriptLines, $turns = $Quick ? (20000, 4000, 1) : (1000000, 100000, 2)

function New-MadeInvoice([string] $Id, [int] $Count) {
    $body = @{ id = $Id; date = '2021-06-08'; lines = $Count } | ConvertTo-Json
    $null = Invoke-RestMethod -Method Post -Uri "$($emulator.Endpoint)/_emulator/invoices" -Body $body -ContentType 'application/json'
}

function Get-PagePath([string] $Id) { "/v1/invoices/$Id/lineitems?provider=onetime&invoiceLineItemType=BillingLineItems&size=2000" }

# As people write it: every row is an object, and all of them are in the array before the first is used.
function Get-RowByScript([string] $Id) {
    $headers = @{ Authorization = 'Bearer benchmark' }
    $all = @()
    $address = $emulator.Endpoint + (Get-PagePath $Id)
    $page = Invoke-RestMethod -Uri $address -Headers $headers
    $all += $page.items
    while ($page.PSObject.Properties['continuationToken'] -and $page.continuationToken) {
        $page = Invoke-RestMethod -Uri "$address&seekOperation=Next" -Headers ($headers + @{ 'MS-ContinuationToken' = $page.continuationToken })
        $all += $page.items
    }
    $all
}

function Measure-Row([string] $Way, [long] $Expected, [scriptblock] $Call) {
    $watch = [Benchmark.WorkingSetWatch]::new()
    $process = [Diagnostics.Process]::GetCurrentProcess()
    $before = $process.TotalProcessorTime
    $time = [Diagnostics.Stopwatch]::StartNew()
    $rows = & $Call
    $seconds = $time.Elapsed.TotalSeconds
    $growth = $watch.Growth
    $process.Refresh()
    $processor = ($process.TotalProcessorTime - $before).TotalMilliseconds * 1000
    $watch.Dispose()
    if ($rows -ne $Expected) { throw "$Way gave $rows rows instead of $Expected." }
    [pscustomobject]@{ Way = $Way; PerSecond = $rows / $seconds; Growth = $growth; Processor = $processor / $rows }
}

Import-ModuleUnderTest
$core = [PartnerCenterCart.Cart].Assembly.Location
$framework = 'netstandard', 'System.Runtime', 'System.Net.Http', 'System.Net.Primitives', 'System.Diagnostics.Process', 'System.ComponentModel.Primitives', 'System.Threading'
Add-Type -Path "$PSScriptRoot/InvoicePages.cs" -ReferencedAssemblies ($framework + (Join-Path (Split-Path $core) 'Newtonsoft.Json.dll'))
$emulator = Start-EmulatorHost
try {
    Connect-PartnerCenter -AccessToken benchmark -Endpoint $emulator.Endpoint
    New-MadeInvoice G000000001 $lines
    New-MadeInvoice G000000002 $scriptLines
    $ours = { param($Id) (Get-PartnerInvoiceLineItem -InvoiceId $Id -BillingProvider OneTime -LineItemType BillingLineItems -Api v1 | Measure-Object).Count }
    $bare = { param($Id) [Benchmark.InvoicePages]::Read($emulator.Endpoint, (Get-PagePath $Id), 'partnerId') }
    $script = { param($Id) (Get-RowByScript $Id | Measure-Object).Count }

    # Everybody compiles on a small one first.
    foreach ($call in $ours, $bare, $script) { $null = & $call G000000002 }
    $runs = foreach ($turn in 1..$turns) {
        Measure-Row ours $lines { & $ours G000000001 }
        Measure-Row bare $lines { & $bare G000000001 }
    }
    $runs = @($runs) + (Measure-Row script $scriptLines { & $script G000000002 })
    $rate = @{}
    foreach ($way in 'ours', 'bare', 'script') { $rate[$way] = Get-Quantile @($runs | Where-Object Way -EQ $way | ForEach-Object PerSecond) }
    $processor = 'ours', 'bare' | ForEach-Object { $way = $_; Get-Quantile @($runs | Where-Object Way -EQ $way | ForEach-Object Processor) }
    $growth = ($runs | Where-Object Way -EQ ours | Measure-Object Growth -Maximum).Maximum
    $scriptGrowth = ($runs | Where-Object Way -EQ script).Growth

    New-BenchmarkRow "$lines v1 rows into Measure-Object" $rate.ours 'bare C# loop, JsonTextReader into nothing' $rate.bare -Unit 'rows/s' -Goal 'at least half' -Met ($rate.ours -ge $rate.bare / 2) `
        -Note ('processor time of this process: {0:0.0} against {1:0.0} microseconds a row' -f $processor[0], $processor[1])
    New-BenchmarkRow '  the same' $rate.ours "script with Invoke-RestMethod, $scriptLines rows" $rate.script -Unit 'rows/s' -Goal 'at least 5 times' -Met ($rate.ours -ge 5 * $rate.script)
    New-BenchmarkRow '  its working set, growth' $growth "that script's, for $scriptLines rows" $scriptGrowth -Unit 'MB' -Goal 'at most 150 MB' -Met ($growth -le 150)
}
finally {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}
