#requires -Version 7.4
<#
.SYNOPSIS
    Measures what a user waits for, each figure beside a reference that is measured in turn with it.
.DESCRIPTION
    ./build.sh benchmark runs it on a fresh build. It prints a table and leaves the same figures in artifacts/benchmarks.
    It measures and never judges: it fails only where something breaks.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to a person.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The calls are text and name variables of the function around them.')]
[CmdletBinding()]
param(
    # A look at the size of things in half a minute, too short to rely on.
    [switch] $Quick
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. "$PSScriptRoot/../tests/Module/_TestHelper.ps1"
. "$PSScriptRoot/Listing.ps1"

$customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
$catalogItem = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'
$body = '{"lineItems":[{"id":0,"catalogItemId":"' + $catalogItem + '","quantity":20,"billingCycle":"monthly","termDuration":"P1M"}]}'
$blockSize = 50
$starts, $warmUp, $calls, $carts = $Quick ? (5, 300, 300, 3000) : (21, 1000, 2000, 10000)
$rows = [Collections.Generic.List[object]]::new()

# ---- Figures ----

# The value that this share of the others lies below: 0.5 gives the median.
function Get-Quantile([double[]] $Value, [double] $Share = 0.5) {
    $sorted = @($Value | Sort-Object)
    $place = ($sorted.Count - 1) * $Share
    ($sorted[[Math]::Floor($place)] + $sorted[[Math]::Ceiling($place)]) / 2
}

function Measure-Series($Series) {
    $all = @($Series | ForEach-Object { $_ })
    $range = $all | Measure-Object -Minimum -Maximum
    [pscustomobject]@{ Median = Get-Quantile $all; Min = $range.Minimum; Max = $range.Maximum; Count = $all.Count }
}

# Both hold one series per turn. Compared turn by turn, so that a machine that gets busier does not count for either; a goal
# that lies within the middle half of the differences is neither met nor missed.
function Add-Row([string] $What, $Figure, $Reference, [Nullable[double]] $Goal) {
    $differences = @(foreach ($turn in 0..($Figure.Count - 1)) { (Get-Quantile $Figure[$turn]) - (Get-Quantile $Reference[$turn]) })
    $low, $middle, $high = 0.25, 0.5, 0.75 | ForEach-Object { Get-Quantile $differences $_ }
    $ours, $theirs = (Measure-Series $Figure), (Measure-Series $Reference)
    $rows.Add([pscustomobject]@{
            What = $What; Figure = $ours; Reference = $theirs; Ratio = $ours.Median / $theirs.Median
            Difference = [pscustomobject]@{ Median = $middle; Low = $low; High = $high }
            Goal = $Goal; Met = $null -eq $Goal ? '' : $high -le $Goal ? 'yes' : $low -gt $Goal ? 'NO' : 'unclear'
        })
}

function Format-Series($Series, [string] $Format) {
    '{0} ({1} .. {2})' -f $Series.Median.ToString($Format), $Series.Min.ToString($Format), $Series.Max.ToString($Format)
}

function Format-Row($Row) {
    $format = $Row.Figure.Median -ge 20 ? '0' : '0.000'
    [pscustomobject]@{
        'what, against its reference' = $Row.What
        'figure, ms (min .. max)'     = Format-Series $Row.Figure $format
        'reference, ms'               = Format-Series $Row.Reference $format
        'difference (middle half)'    = '{0} ({1} .. {2})' -f ('Median', 'Low', 'High' | ForEach-Object { $Row.Difference.$_.ToString("+$format;-$format") })
        'ratio'                       = $Row.Ratio.ToString('0.00')
        'goal'                        = $null -eq $Row.Goal ? '' : $Row.Goal -eq 0 ? '<= reference' : "<= +$($Row.Goal)"
        'met'                         = $Row.Met
    }
}

# ---- Measuring ----

# Milliseconds for each item. The call's text stands in the loop itself, so that no call of a script block is timed with it.
function New-Loop([string] $Call) {
    [scriptblock]::Create(@"
param(`$items)
foreach (`$item in `$items) {
    `$start = [Diagnostics.Stopwatch]::GetTimestamp()
    `$answer = $Call
    [Diagnostics.Stopwatch]::GetElapsedTime(`$start).TotalMilliseconds
}
if (-not `$answer) { throw 'Nothing came back.' }
"@)
}

# Takes turns, block by block, and each block begins with another one. Gives the series of every turn by name.
function Measure-InTurn([Collections.IDictionary] $Loop, [scriptblock] $NewItems) {
    $times = @{}
    $names = @($Loop.Keys)
    foreach ($name in $names) { $times[$name] = [Collections.Generic.List[double[]]]::new() }
    foreach ($turn in 1..(($warmUp + $calls) / $blockSize)) {
        foreach ($i in 0..($names.Count - 1)) {
            $name = $names[($turn + $i) % $names.Count]
            $items = & $NewItems $name
            $series = [double[]](& $Loop[$name] $items)
            if ($turn * $blockSize -gt $warmUp) { $times[$name].Add($series) }
        }
    }
    return $times
}

function Measure-Start([string[]] $Argument) {
    $program, $first = Get-PwshCommand
    $all = @(@($first) + '-NoProfile', '-NonInteractive' + $Argument | Where-Object { $_ })
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $process = [Diagnostics.Process]::Start($program, [string[]]$all)
    $process.WaitForExit()
    if ($process.ExitCode -ne 0) { throw "pwsh $Argument ended with exit code $($process.ExitCode)." }
    return $watch.Elapsed.TotalMilliseconds
}

# ---- What is measured ----

function Get-ImportCommand([string] $Path) { "Import-Module '$($Path -replace "'", "''")'; exit" }

function Measure-Import([string] $Folder) {
    $manifest = Join-Path $Folder 'Empty.psd1'
    Set-Content -LiteralPath $manifest "@{ ModuleVersion = '1.0' }"
    $command = [ordered]@{ start = 'exit'; empty = Get-ImportCommand $manifest; ours = Get-ImportCommand (Get-ModuleUnderTestPath) }
    $names = @($command.Keys)
    $times = @{}
    foreach ($name in $names) { $times[$name] = [Collections.Generic.List[double[]]]::new() }
    foreach ($turn in 0..$starts) {
        foreach ($i in 0..2) {
            $name = $names[($turn + $i) % 3]
            $time = Measure-Start '-c', $command[$name]
            # The first ones read the files from disk.
            if ($turn -gt 0) { $times[$name].Add([double[]]$time) }
        }
    }
    Add-Row 'pwsh -c Import-Module PartnerCenterCart, against pwsh -c exit' $times.ours $times.start 100
    Add-Row '  the same for a module without anything in it' $times.empty $times.start
}

# The transport stands where nobody else sees it, as in the module.
function Get-TransportType {
    $room = [Runtime.Loader.AssemblyLoadContext]::new('benchmark')
    $assemblies = Get-ChildItem -Path (Join-Path (Split-Path (Get-ModuleUnderTestPath)) 'http/core/*.dll') | ForEach-Object { $room.LoadFromAssemblyPath($_.FullName) }
    return $assemblies | ForEach-Object { $_.GetType('PartnerCenterCart.Http.HttpTransport') } | Where-Object { $_ }
}

function Measure-Call([string] $Endpoint) {
    $uri = "$Endpoint/v1/customers/$customer/carts"
    $session = [Microsoft.PowerShell.Commands.WebRequestSession]::new()
    $request = @{ Method = 'Post'; ContentType = 'application/json'; UserAgent = 'benchmark' }
    $header = "-Headers @{ Authorization = 'Bearer benchmark'; Accept = 'application/json'; 'MS-RequestId' = [Guid]::NewGuid(); 'MS-CorrelationId' = [Guid]::NewGuid(); 'X-Locale' = 'en-US' }"
    $line = New-PartnerCustomerCartLineItem -CatalogItemId $catalogItem -Quantity 20 -BillingCycle monthly -TermDuration P1M
    $inProcess = Connect-PartnerCenter -Emulator -PassThru
    Connect-PartnerCenter -AccessToken benchmark -Endpoint $Endpoint
    $bare = [Benchmark.BareClient]::new($Endpoint, $customer, $body)
    $core = [Benchmark.CoreClient]::new((Get-TransportType), $Endpoint, $customer, $line)

    $create = Measure-InTurn ([ordered]@{
            cmdlet    = New-Loop 'New-PartnerCustomerCart -CustomerId $customer -LineItem $line'
            irm       = New-Loop "Invoke-RestMethod -Uri `$uri -Body `$body @request $header"
            session   = New-Loop "Invoke-RestMethod -Uri `$uri -Body `$body @request -WebSession `$session $header"
            bare      = New-Loop '$bare.Create()'
            inProcess = New-Loop 'New-PartnerCustomerCart -CustomerId $customer -LineItem $line -Connection $inProcess'
            core      = { param($items) $core.TimeCreate($items.Count) }
            bareLoop  = { param($items) $bare.TimeCreate($items.Count) }
        }) { 1..$blockSize }
    $checkout = Measure-InTurn ([ordered]@{
            cmdlet    = New-Loop 'Submit-PartnerCustomerCart -CustomerId $customer -CartId $item -Confirm:$false'
            irm       = New-Loop "Invoke-RestMethod -Uri `"`$uri/`$item/checkout`" @request $header"
            session   = New-Loop "Invoke-RestMethod -Uri `"`$uri/`$item/checkout`" @request -WebSession `$session $header"
            bare      = New-Loop '$bare.Checkout($item)'
            inProcess = New-Loop 'Submit-PartnerCustomerCart -CustomerId $customer -CartId $item -Confirm:$false -Connection $inProcess'
            core      = { param($items) $core.TimeCheckout($items) }
            bareLoop  = { param($items) $bare.TimeCheckout($items) }
        }) {
        param($name)
        if ($name -ne 'inProcess') { return $bare.NewCarts($blockSize) }
        1..$blockSize | ForEach-Object { (New-PartnerCustomerCart -CustomerId $customer -LineItem $line -Connection $inProcess).Id }
    }

    foreach ($pair in @('New-PartnerCustomerCart', $create), @('Submit-PartnerCustomerCart', $checkout)) {
        $name, $times = $pair
        Add-Row "$name, against Invoke-RestMethod" $times.cmdlet $times.irm 0
        Add-Row '  against Invoke-RestMethod -WebSession' $times.cmdlet $times.session
        Add-Row '  against bare HttpClient called from PowerShell' $times.cmdlet $times.bare 0.5
        Add-Row '  emulator in the process, against loopback' $times.inProcess $times.cmdlet
        Add-Row '  C# client, against bare HttpClient, both in C#' $times.core $times.bareLoop
    }
    Measure-ManyCarts $bare
    $bare.Dispose()
    $core.Dispose()
    $inProcess | Disconnect-PartnerCenter
    Disconnect-PartnerCenter
}

# The emulator is warm by now, so what the last ones take more is what the many before them cost.
function Measure-ManyCarts([Benchmark.BareClient] $Bare) {
    Reset-PartnerCenterEmulator -Confirm:$false
    $blocks = @(foreach ($block in 1..20) { , $Bare.TimeCreate($carts / 20) })
    $some = $carts / 10
    Add-Row "last $some of $carts carts in the emulator, against the first $some" $blocks[18..19] $blocks[0..1]
}

# ---- The run ----

$machine = '{0} cores, {1}, PowerShell {2}, {3}' -f [Environment]::ProcessorCount, [Runtime.InteropServices.RuntimeInformation]::OSDescription,
    $PSVersionTable.PSVersion, [Runtime.InteropServices.RuntimeInformation]::FrameworkDescription
if ($IsLinux) { $machine += ", load $((Get-Content /proc/loadavg).Split(' ')[0]) at the start" }
$results = New-Item -ItemType Directory -Force -Path "$PSScriptRoot/../artifacts/benchmarks"
Measure-Import $results

Import-ModuleUnderTest
$framework = 'netstandard', 'System.Collections', 'System.Linq', 'System.Memory', 'System.Net.Http', 'System.Net.Primitives', 'System.Text.Json'
Add-Type -Path "$PSScriptRoot/Loops.cs" -ReferencedAssemblies ($framework + [PartnerCenterCart.Cart].Assembly.Location)
$emulator = Start-EmulatorHost
try {
    Measure-Call $emulator.Endpoint
    $listing = Measure-Listing $emulator.Endpoint ($Quick ? 2000 : 10000)
}
finally { Stop-EmulatorHost $emulator }

[ordered]@{ Machine = $machine; Date = [DateTimeOffset]::UtcNow; Quick = [bool]$Quick; Rows = $rows; Listing = $listing } |
    ConvertTo-Json -Depth 5 | Set-Content -LiteralPath (Join-Path $results 'results.json')
Write-Host $machine
Write-Host "Medians of $starts starts and $calls calls after $warmUp to warm up$($Quick ? ' (quick: not to be relied on)' : ''); the difference is taken turn by turn."
$rows | ForEach-Object { Format-Row $_ } | Format-Table -AutoSize | Out-String -Width 220 | Write-Host
Write-Host (Format-Listing $listing)
exit 0
