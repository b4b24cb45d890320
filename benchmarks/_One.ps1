# Started by Run.ps1 in a pwsh of its own, so that no benchmark inherits what another has loaded, compiled or kept.
param([Parameter(Mandatory)][string] $Name, [Parameter(Mandatory)][string] $Result, [switch] $Quick)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$load = $IsLinux ? (Get-Content /proc/loadavg).Split(' ')[0] : ''
$rows = @(& "$PSScriptRoot/$Name.ps1" -Quick:$Quick)
$foreign = @($rows | Where-Object { $_.PSTypeNames -notcontains 'PartnerCenterCart.BenchmarkRow' })
if ($foreign) { throw "$Name.ps1 gave back something that New-BenchmarkRow did not make: $($foreign[0])" }
if ($rows.Count -eq 0) { throw "$Name.ps1 gave back no rows." }
@{ Load = $load; Rows = $rows } | ConvertTo-Json -Depth 3 | Set-Content -LiteralPath $Result
