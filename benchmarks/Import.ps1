<#
.SYNOPSIS
    what importing the module adds to a start of PowerShell
.DESCRIPTION
    From the start to the end of a fresh pwsh that imports the module and exits, against one that just exits; and the same for a module
    without anything in it, which is what PowerShell itself takes for any import.
#>
[CmdletBinding()]
param([switch] $Quick)
. "$PSScriptRoot/_Figures.ps1"

$folder = New-Item -ItemType Directory -Force -Path "$PSScriptRoot/../artifacts/benchmarks"
$empty = Join-Path $folder 'Empty.psd1'
Set-Content -LiteralPath $empty "@{ ModuleVersion = '1.0' }"
$importing = { param($path) "Import-Module '$($path -replace "'", "''")'; exit" }
$commands = @{ exit = 'exit'; empty = & $importing $empty; ours = & $importing (Get-ModuleUnderTestPath) }
$loops = [ordered]@{}
foreach ($name in 'exit', 'empty', 'ours') { $loops[$name] = { param($command) Measure-Start '-c', $command } }
# The first turn reads the files from disk.
$times = Measure-InTurn $loops { param($name) $commands[$name] } -Turns ($Quick ? 5 : 21)

Compare-Turn 'pwsh -c Import-Module PartnerCenterCart' $times.ours 'pwsh -c exit' $times.exit -Goal 100
Compare-Turn 'pwsh -c Import-Module of an empty module' $times.empty 'pwsh -c exit' $times.exit
