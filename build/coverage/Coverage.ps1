#requires -Version 7.4
<#
.SYNOPSIS
    Runs the tests with the code instrumented and prints which share of it they ran. ./build.sh coverage calls it on a fresh build.
.DESCRIPTION
    First each xunit project, then the Pester files against the module and the emulator's host. The table tells both apart, since a line
    that only Pester runs is tested by what a user sees of it. Everything happens in copies in artifacts/coverage.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to a person.')]
param(
    # Where the Pester module stands; without it the Pester part is left out.
    [string] $PesterPath,
    # Pester files by name, such as Carts.*; all of them when not given.
    [string[]] $Only = @('*')
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
. (Join-Path $root 'build/CleanPwsh.ps1')
$folder = Join-Path $root 'artifacts/coverage'
if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force }
[void](New-Item -ItemType Directory -Path $folder)
$project = Join-Path $PSScriptRoot 'Coverage.proj'

# Runs one command with the copies instrumented and gives back the file of all results so far.
function Measure-Run([string] $Name, [string] $Assembly, [string[]] $Folders, [string] $Run, [string] $Before) {
    Write-Host "$Name ..."
    $result = Join-Path $folder "$Name.json"
    # MSBuild reads commas and semicolons in a property as its own.
    $list = ($Folders -join ',').Replace(',', '%2c')
    $arguments = 'msbuild', $project, '-t:Measure', '-nologo', '-v:minimal', '-tl:off', '-nr:false', "-p:Assembly=$Assembly", "-p:Folders=$list", "-p:Result=$result", "-p:Before=$Before"
    $env:PCC_COVERAGE_RUN = $Run
    dotnet @arguments | Where-Object { $_ -match '^\s*(Failed|Passed!|.*error|.*: \d+ passed)' } | Out-Host
    if (-not (Test-Path -LiteralPath $result)) { throw "$Name left no result." }
    return $result
}

# Assembly, Lines, Covered, Branches, CoveredBranches of every assembly that ships.
function Read-Coverage([string] $Path) {
    $modules = Get-Content -LiteralPath $Path -Raw | ConvertFrom-Json -AsHashtable
    foreach ($name in $modules.Keys | Sort-Object) {
        $count = @{ Lines = 0; Covered = 0; Branches = 0; CoveredBranches = 0 }
        foreach ($document in $modules[$name].Values) {
            $lines = @{}
            foreach ($method in $document.Values | ForEach-Object { $_.Values }) {
                foreach ($line in $method.Lines.Keys) { $lines[$line] = [Math]::Max([int]$lines[$line], [int]$method.Lines[$line]) }
                $count.Branches += $method.Branches.Count
                $count.CoveredBranches += @($method.Branches | Where-Object { $_.Hits -gt 0 }).Count
            }
            $count.Lines += $lines.Count
            $count.Covered += @($lines.Values | Where-Object { $_ -gt 0 }).Count
        }
        [pscustomobject]@{ Assembly = $name -replace '\.dll$' } | Add-Member -NotePropertyMembers $count -PassThru
    }
}

function Format-Share([int] $Part, [int] $All) { $All -eq 0 ? '' : '{0:0.0} %' -f (100 * $Part / $All) }

dotnet msbuild $project -t:Restore -nologo -v:quiet -tl:off | Out-Host
if ($LASTEXITCODE -ne 0) {
    Write-Host 'The coverage tool (coverlet.msbuild) could not be had.'
    exit 1
}

$before = ''
foreach ($tests in Get-ChildItem (Join-Path $root 'tests/*/*.Tests.csproj')) {
    $name = $tests.BaseName
    $copy = Join-Path $folder $name
    Copy-Item -LiteralPath (Join-Path $root "artifacts/bin/$name/release") -Destination $copy -Recurse
    $before = Measure-Run $name "$copy/$name.dll" $copy "dotnet test `"$copy/$name.dll`" --filter Category!=Soak" $before
}
$xunit = @(Read-Coverage $before)

$all = $xunit
if ($PesterPath) {
    $module = Join-Path $folder 'PartnerCenterCart'
    $emulator = Join-Path $folder 'Host'
    Copy-Item -LiteralPath (Join-Path $root 'out/PartnerCenterCart') -Destination $module -Recurse
    Copy-Item -LiteralPath (Join-Path $root 'artifacts/bin/PartnerCenterCart.Emulator.Host/release') -Destination $emulator -Recurse
    $env:PCC_MODULE = Join-Path $module 'PartnerCenterCart.psd1'
    $env:PCC_EMULATOR_HOST = Join-Path $emulator 'PartnerCenterCart.Emulator.Host.dll'
    $program, $first = Get-PwshCommand
    $run = (@($program) + $first + '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot 'Pester.ps1'), '-PesterPath', $PesterPath, '-FileNames' + ($Only -join '|') |
        Where-Object { $_ } | ForEach-Object { "`"$_`"" }) -join ' '
    $before = Measure-Run 'Pester' (Join-Path $module 'PartnerCenterCart.dll') (Join-Path $module 'http/core'), $emulator $run $before
    $all = @(Read-Coverage $before)
}

$table = foreach ($row in $all) {
    $alone = $xunit | Where-Object Assembly -EQ $row.Assembly
    [pscustomobject]@{
        Assembly         = $row.Assembly
        Lines            = $row.Lines
        'by xunit'       = $alone ? (Format-Share $alone.Covered $alone.Lines) : ''
        'by all tests'   = Format-Share $row.Covered $row.Lines
        Branches         = $row.Branches
        'of them, xunit' = $alone ? (Format-Share $alone.CoveredBranches $alone.Branches) : ''
        'of them, all'   = Format-Share $row.CoveredBranches $row.Branches
    }
}
$table | Format-Table -AutoSize | Out-String -Width 160 | Write-Host
Write-Host "Line by line: $before"
exit 0
