# Dot-sourced by every benchmark: the row that it gives back, and the ways to measure that several of them share.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Benchmarks dot-source it and use them.')]
param()

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. "$PSScriptRoot/../tests/Module/_TestHelper.ps1"

$benchmarkCustomer = '28045616-f6b9-462f-9701-0d89b5e65c44'

# ---- Rows ----

# One figure beside what was measured in turn with it. Both are in one unit; the ratio is measured / reference. -Goal is the promise in
# words; -Met is $true, $false, 'unclear' where the machine was too uneven to tell, or nothing where nothing was promised.
function New-BenchmarkRow {
    param(
        [Parameter(Mandatory)][string] $What,
        [Parameter(Mandatory)][double] $Measured,
        [Parameter(Mandatory)][string] $Against,
        [Parameter(Mandatory)][double] $Reference,
        [string] $Unit = 'ms',
        [string] $Goal = '',
        $Met,
        [string] $Note = ''
    )
    if ($Goal -and $null -eq $Met) { throw "The row '$What' has a goal, so it must say whether it was met: -Met." }
    [pscustomobject]@{
        PSTypeName = 'PartnerCenterCart.BenchmarkRow'
        What       = $What
        Measured   = $Measured
        Against    = $Against
        Reference  = $Reference
        Unit       = $Unit
        Ratio      = $Reference -eq 0 ? $null : $Measured / $Reference
        Goal       = $Goal
        Met        = $Met -is [bool] ? ($Met ? 'yes' : 'NO') : "$Met"
        Note       = $Note
    }
}

# Both hold one series of milliseconds per turn. Compared turn by turn, so that a machine that gets busier does not count for
# either; a goal (at most so much above the reference) that lies within the middle half of the differences is 'unclear'.
function Compare-Turn([string] $What, $Measured, [string] $Against, $Reference, [Nullable[double]] $Goal) {
    $differences = @(foreach ($turn in 0..($Measured.Count - 1)) { (Get-Quantile $Measured[$turn]) - (Get-Quantile $Reference[$turn]) })
    $low, $middle, $high = 0.25, 0.5, 0.75 | ForEach-Object { Get-Quantile $differences $_ }
    $ours, $theirs = (Get-SeriesMedian $Measured), (Get-SeriesMedian $Reference)
    $format = $ours -ge 20 ? '+0;-0' : '+0.000;-0.000'
    New-BenchmarkRow $What $ours $Against $theirs -Goal ($null -eq $Goal ? '' : $Goal -eq 0 ? 'no slower' : "at most +$Goal ms") `
        -Met ($null -eq $Goal ? $null : $high -le $Goal ? $true : $low -gt $Goal ? $false : 'unclear') `
        -Note ('difference {0} ms, middle half {1} .. {2}' -f $middle.ToString($format), $low.ToString($format), $high.ToString($format))
}

# ---- Figures ----

# The value that this share of the others lies below: 0.5 gives the median.
function Get-Quantile([double[]] $Value, [double] $Share = 0.5) {
    $sorted = @($Value | Sort-Object)
    $place = ($sorted.Count - 1) * $Share
    ($sorted[[Math]::Floor($place)] + $sorted[[Math]::Ceiling($place)]) / 2
}

function Get-SeriesMedian($Series) {
    Get-Quantile @($Series | ForEach-Object { $_ })
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

# Takes turns, block by block, and each block begins with another one. Gives the series of every turn by name; -Loop holds script
# blocks that take the items of -NewItems and give back milliseconds.
function Measure-InTurn([Collections.IDictionary] $Loop, [scriptblock] $NewItems, [int] $Turns, [int] $WarmUp = 1) {
    $times = @{}
    $names = @($Loop.Keys)
    foreach ($name in $names) { $times[$name] = [Collections.Generic.List[double[]]]::new() }
    foreach ($turn in 1..($WarmUp + $Turns)) {
        foreach ($i in 0..($names.Count - 1)) {
            $name = $names[($turn + $i) % $names.Count]
            $items = & $NewItems $name
            $series = [double[]](& $Loop[$name] $items)
            if ($turn -gt $WarmUp) { $times[$name].Add($series) }
        }
    }
    return $times
}

# From the start of a fresh pwsh to its end, in milliseconds.
function Measure-Start([string[]] $Argument) {
    $program, $first = Get-PwshCommand
    $all = @(@($first) + '-NoProfile', '-NonInteractive' + $Argument | Where-Object { $_ })
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $process = [Diagnostics.Process]::Start($program, [string[]]$all)
    $process.WaitForExit()
    if ($process.ExitCode -ne 0) { throw "pwsh $Argument ended with exit code $($process.ExitCode)." }
    return $watch.Elapsed.TotalMilliseconds
}

# Compiles the C# that the module is measured against. Loops in C# cost nothing of PowerShell's own. Call Import-ModuleUnderTest first.
function Import-Loop([string] $File = 'Loops.cs') {
    $framework = 'netstandard', 'System.Collections', 'System.Linq', 'System.Memory', 'System.Net.Http', 'System.Net.Primitives', 'System.Text.Json',
    'System.IO.Compression', 'System.Runtime', 'System.Collections.Concurrent', 'System.Threading'
    Add-Type -Path (Join-Path $PSScriptRoot $File) -ReferencedAssemblies ($framework + [PartnerCenterCart.Cart].Assembly.Location)
}
