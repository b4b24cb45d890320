#requires -Version 7.4
<#
.SYNOPSIS
    Measures what a user waits for, each figure beside a reference that is measured in turn with it.
.DESCRIPTION
    ./build.sh benchmark                 runs all of them and writes docs/benchmarks.md
    ./build.sh benchmark Import Calls    runs these and prints them; -Quick gives a look at the size of things

    It measures and never judges: a goal that was missed is said so in the table, and only what breaks fails the run.

    How to add one: a file here, Invoices.ps1 say. Every *.ps1 but this one, and those that begin with _ (shared code), is a benchmark.
    - Its help gives the page its text: .SYNOPSIS a title of a few words, .DESCRIPTION what is run against what.
    - param([switch] $Quick), then . "$PSScriptRoot/_Figures.ps1"; -Quick means small numbers, seconds instead of minutes.
    - It gives back rows and nothing else, made by New-BenchmarkRow (or by Compare-Turn, which makes one of two series taken in turns):
        New-BenchmarkRow 'v1 rows into Measure-Object' 91000 'bare C# loop over the same pages' 120000 -Unit 'rows/s' -Goal 'at least half' -Met ($ratio -ge 0.5)
    - The reference is the machine's own, measured in the same file: the same work by Invoke-RestMethod, by a bare C# loop, by the library itself.
    - It runs in a fresh pwsh of its own. Import-ModuleUnderTest, Start-EmulatorHost and the rest of tests/Module/_TestHelper.ps1 are there;
      what it starts it stops, in a finally. C# beside it is compiled by Import-Loop.
    - Alone: pwsh -File benchmarks/Invoices.ps1 -Quick.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to a person.')]
[CmdletBinding()]
param(
    [Parameter(Position = 0, ValueFromRemainingArguments)][string[]] $Name = @(),
    [switch] $Quick
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/_Page.ps1"
. "$PSScriptRoot/../build/CleanPwsh.ps1"
$root = (Resolve-Path -LiteralPath "$PSScriptRoot/..").Path
$results = (New-Item -ItemType Directory -Force -Path "$root/artifacts/benchmarks").FullName

function Get-Benchmark {
    Get-ChildItem -Path "$PSScriptRoot/*.ps1" | Where-Object { $_.Name -ne 'Run.ps1' -and $_.Name -notlike '_*' } | Sort-Object Name
}

function Get-Machine {
    $processor = $IsLinux ? (@((Get-Content /proc/cpuinfo) -match '^model name') + ': ')[0].Split(':', 2)[1].Trim() : ''
    $memory = [GC]::GetGCMemoryInfo().TotalAvailableMemoryBytes / 1GB
    "$([Environment]::ProcessorCount) cores$($processor ? " ($processor)" : ''), $($memory.ToString('0')) GB, $([Runtime.InteropServices.RuntimeInformation]::OSDescription)"
    "PowerShell $($PSVersionTable.PSVersion), $([Runtime.InteropServices.RuntimeInformation]::FrameworkDescription)"
    $commit = git -C $root rev-parse --short HEAD 2>$null
    $changed = git -C $root status --porcelain -- src benchmarks 2>$null
    "$([DateTimeOffset]::UtcNow.ToString('yyyy-MM-dd HH:mm')) UTC, commit $($commit ? $commit : 'unknown')$($changed ? ' with changes' : '')"
}

function Invoke-Benchmark([IO.FileInfo] $File) {
    $result = Join-Path $results "$($File.BaseName).json"
    Remove-Item -LiteralPath $result -ErrorAction Ignore
    $program, $first = Get-PwshCommand
    $arguments = @(@($first) + '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/_One.ps1", $File.BaseName, $result + ($Quick ? '-Quick' : $null) | Where-Object { $_ })
    & $program @arguments | Out-Host
    if ($LASTEXITCODE -ne 0 -or -not (Test-Path -LiteralPath $result)) { return }
    $help = [Management.Automation.Language.Parser]::ParseFile($File.FullName, [ref]$null, [ref]$null).GetHelpContent()
    $run = Get-Content -LiteralPath $result -Raw | ConvertFrom-Json
    [pscustomobject]@{ Name = $File.BaseName; Synopsis = $help.Synopsis.Trim(); Description = $help.Description.Trim(); Load = $run.Load; Rows = $run.Rows }
}

$benchmarks = @(Get-Benchmark)
$unknown = @($Name | Where-Object { $_ -notin $benchmarks.BaseName })
if ($unknown) {
    Write-Host "There is no benchmark $($unknown -join ', '). There are: $($benchmarks.BaseName -join ', ')."
    exit 2
}
if ($Name) { $benchmarks = @($benchmarks | Where-Object BaseName -In $Name) }

$machine = @(Get-Machine)
$machine | Write-Host
$broken = [Collections.Generic.List[string]]::new()
$sections = foreach ($file in $benchmarks) {
    Write-Host ''
    Write-Host "$($file.BaseName) ..."
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $section = Invoke-Benchmark $file
    if (-not $section) {
        $broken.Add($file.BaseName)
        continue
    }
    Write-Host "$($section.Synopsis) ($($watch.Elapsed.TotalSeconds.ToString('0')) s$($section.Load ? ", load $($section.Load) at the start" : ''))$($Quick ? ' (quick: not to be relied on)' : '')"
    Format-Console $section.Rows | Write-Host
    $section
}
if ($broken.Count -gt 0) {
    Write-Host "Broken: $($broken -join ', '). docs/benchmarks.md was left alone."
    exit 1
}
if (-not $Name -and -not $Quick) {
    $page = Join-Path $root 'docs/benchmarks.md'
    [IO.File]::WriteAllText($page, ((Format-Page $machine $sections) -join "`n").Replace("`r`n", "`n") + "`n")
    Write-Host 'Written to docs/benchmarks.md.'
}
exit 0
